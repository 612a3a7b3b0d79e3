CREATE TABLE events (
  id integer generated always as identity,
  name VARCHAR(255) NOT NULL,
  starts_at timestamptz NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE users (
  id integer generated always as identity,
  email VARCHAR(190) NOT NULL,
  PRIMARY KEY (id),
  unique (email)
);

CREATE TABLE seats (
  id integer generated always as identity,
  event_id INT NOT NULL check (event_id >= 0),
  row_name VARCHAR(10) NOT NULL,
  seat_no INT NOT NULL,
  price DECIMAL(10,2) NOT NULL,
  PRIMARY KEY (id),
  unique (event_id, row_name, seat_no),
  CONSTRAINT seats_event_fk FOREIGN KEY (event_id) REFERENCES events (id)
);

CREATE TABLE reservations (
  id integer generated always as identity,
  seat_id INT NOT NULL check (seat_id >= 0),
  user_id INT NOT NULL check (user_id >= 0),
  status text check (status in ('held','paying','confirmed','expired','failed')) NOT NULL DEFAULT 'held',
  -- = seat_id while the reservation occupies the seat (held, paying, confirmed), else NULL
  active_seat_id INT NULL check (active_seat_id >= 0),
  expires_at timestamptz NOT NULL,
  paying_since timestamptz NULL,
  tries INT NOT NULL DEFAULT 0,
  payment_id VARCHAR(64) NULL,
  confirmed_at timestamptz NULL,
  created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (id),
  unique (active_seat_id),
  CONSTRAINT reservations_seat_fk FOREIGN KEY (seat_id) REFERENCES seats (id),
  CONSTRAINT reservations_user_fk FOREIGN KEY (user_id) REFERENCES users (id)
);

create index on reservations (seat_id);
