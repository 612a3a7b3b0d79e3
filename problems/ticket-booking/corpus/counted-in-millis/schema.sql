CREATE TABLE seats (id SERIAL PRIMARY KEY, event_id INT NOT NULL, label TEXT NOT NULL);
CREATE TABLE holds (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  seat_id INT NOT NULL UNIQUE REFERENCES seats(id),
  user_id TEXT NOT NULL,
  created_ms BIGINT NOT NULL,
  held_until_ms BIGINT NOT NULL
);
CREATE TABLE bookings (
  id SERIAL PRIMARY KEY,
  seat_id INT NOT NULL UNIQUE REFERENCES seats(id),
  user_id TEXT NOT NULL,
  booked_at BIGINT NOT NULL, -- epoch ms
  idempotency_key TEXT UNIQUE
);
