create table seats (
  id bigserial primary key,
  event_id bigint not null,
  label text not null,
  status text not null default 'available', -- available | held | sold
  held_by text,
  held_until timestamptz
);
