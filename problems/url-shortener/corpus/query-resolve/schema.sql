create table shortened (
  alias text primary key,
  destination text not null,
  client_request_id text unique
);
