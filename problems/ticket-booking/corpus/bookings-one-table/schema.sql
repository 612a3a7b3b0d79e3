create type booking_status as enum ('PENDING', 'CONFIRMED', 'EXPIRED', 'CANCELLED');
create table bookings (
  id uuid primary key default gen_random_uuid(),
  showId bigint not null,
  seatNumber varchar(6) not null,
  userId varchar(40) not null,
  status booking_status not null default 'PENDING',
  expiresAt timestamptz not null,
  requestId uuid unique
);
create unique index one_live_booking on bookings (showId, seatNumber) where status in ('PENDING', 'CONFIRMED');
