create table show_seat (
  show_id integer not null,
  seat_no integer not null,
  status varchar(12) not null default 'FREE' check (status in ('FREE','HELD','SOLD')),
  held_by varchar(64),
  held_until timestamptz,
  hold_id uuid unique,
  constraint pk_show_seat primary key (show_id, seat_no)
);
create table idempotent_booking (
  id bigint generated always as identity primary key,
  show_id integer not null,
  seat_no integer not null,
  request_key varchar(64) unique,
  constraint uq_sold unique (show_id, seat_no)
);
