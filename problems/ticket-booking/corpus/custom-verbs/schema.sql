create table tickets (
  ticket_id bigint generated always as identity primary key,
  concert_id bigint not null,
  section text, seat text,
  state smallint not null default 0, -- 0 = free, 1 = held, 2 = sold
  holder uuid,
  held_until timestamptz,
  purchase_key uuid unique
);
create index tickets_by_concert on tickets (concert_id, state);
