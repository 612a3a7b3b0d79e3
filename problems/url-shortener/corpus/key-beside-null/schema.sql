create table links (
  code        text primary key,
  url         text not null,
  user_id     bigint,
  request_key text,
  unique (user_id, request_key)
);
