-- PostgreSQL. Events, seats and people are put into your tables before each test; add what your design has to remember.
create table seats (
  id bigint generated always as identity primary key,
  event_id bigint not null,
  seat_no text not null
);
