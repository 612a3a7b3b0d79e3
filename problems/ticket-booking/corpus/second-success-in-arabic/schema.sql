-- MySQL 8 / InnoDB

CREATE TABLE events (
  id bigint generated always as identity,
  title VARCHAR(255) NOT NULL,
  created_at timestamptz NULL,
  updated_at timestamptz NULL,
  PRIMARY KEY (id)
);

CREATE TABLE users (
  id bigint generated always as identity,
  name VARCHAR(255) NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE seats (
  id bigint generated always as identity,
  event_id BIGINT NOT NULL check (event_id >= 0),
  code VARCHAR(16) NOT NULL,
  status text check (status in ('available','held','sold')) NOT NULL DEFAULT 'available',
  hold_token CHAR(36) NULL,
  held_by BIGINT NULL check (held_by >= 0),
  held_until timestamptz NULL,
  PRIMARY KEY (id),
  unique (event_id,code),
  unique (hold_token),
  CONSTRAINT seats_event_fk FOREIGN KEY (event_id) REFERENCES events (id)
);

CREATE TABLE bookings (
  id bigint generated always as identity,
  seat_id BIGINT NOT NULL check (seat_id >= 0),
  user_id BIGINT NOT NULL check (user_id >= 0),
  hold_token CHAR(36) NOT NULL,
  payment_ref VARCHAR(100) NOT NULL,
  captured boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
  PRIMARY KEY (id),
  unique (seat_id),
  unique (hold_token),
  CONSTRAINT bookings_seat_fk FOREIGN KEY (seat_id) REFERENCES seats (id)
);
