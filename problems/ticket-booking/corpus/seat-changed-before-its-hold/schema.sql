CREATE TABLE events (
  id        INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name      VARCHAR(255) NOT NULL,
  starts_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE users (
  id    INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email VARCHAR(255) NOT NULL UNIQUE
);

CREATE TABLE seats (
  id         INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id   INT NOT NULL,
  label      VARCHAR(20) NOT NULL,
  price      INT NOT NULL DEFAULT 0,
  state      VARCHAR(4) CHECK (state IN ('FREE','HELD','SOLD')) NOT NULL DEFAULT 'FREE',
  hold_id    CHAR(36) NULL,
  held_until TIMESTAMPTZ NULL,
  version    INT NOT NULL DEFAULT 0,
  UNIQUE (event_id, label),
  UNIQUE (hold_id),
  FOREIGN KEY (event_id) REFERENCES events(id)
);

CREATE TABLE holds (
  id         CHAR(36) PRIMARY KEY,
  seat_id    INT NOT NULL,
  user_id    INT NOT NULL,
  expires_at TIMESTAMPTZ NOT NULL,
  created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  FOREIGN KEY (seat_id) REFERENCES seats(id),
  FOREIGN KEY (user_id) REFERENCES users(id)
);

CREATE TABLE bookings (
  id             CHAR(36) PRIMARY KEY,
  hold_id        CHAR(36) NOT NULL,
  seat_id        INT NOT NULL,
  user_id        INT NOT NULL,
  payment_status VARCHAR(7) CHECK (payment_status IN ('pending','paid')) NOT NULL DEFAULT 'pending',
  charge_id      VARCHAR(64) NULL,
  created_at     TIMESTAMPTZ NOT NULL DEFAULT now(),
  UNIQUE (hold_id),
  UNIQUE (seat_id),
  FOREIGN KEY (hold_id) REFERENCES holds(id),
  FOREIGN KEY (seat_id) REFERENCES seats(id),
  FOREIGN KEY (user_id) REFERENCES users(id)
);
