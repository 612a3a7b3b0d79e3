CREATE TABLE events (
  id SERIAL PRIMARY KEY,
  name VARCHAR(255)
);

CREATE TABLE reservations (
  id SERIAL PRIMARY KEY,
  event_id INTEGER REFERENCES events(id),
  seat_number VARCHAR(10),
  user_id INTEGER,
  expires_at TIMESTAMP,
  created_at TIMESTAMP DEFAULT NOW()
);

CREATE TABLE bookings (
  id SERIAL PRIMARY KEY,
  reservation_id INTEGER REFERENCES reservations(id),
  idempotency_key VARCHAR(255) UNIQUE,
  created_at TIMESTAMP DEFAULT NOW()
);
