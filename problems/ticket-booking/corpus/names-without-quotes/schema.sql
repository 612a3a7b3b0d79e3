create table Events (Id bigserial primary key, Title text not null);
create table Customers (Id bigserial primary key, Email text not null unique);
create table Seats (
  Id bigserial primary key,
  EventId bigint not null references Events(Id),
  RowName text not null, SeatNumber int not null,
  Price numeric(10,2) not null,
  Status text not null default 'Free' check (Status in ('Free','Held','Sold')),
  HoldId uuid,
  HoldCustomerId bigint references Customers(Id),
  HoldUntilUtc timestamptz,
  unique (EventId, RowName, SeatNumber)
);
create unique index SeatHold on Seats(HoldId);
create table Bookings (
  Id uuid primary key default gen_random_uuid(),
  SeatId bigint not null unique references Seats(Id),
  HoldId uuid not null unique,
  CustomerId bigint not null references Customers(Id)
);
