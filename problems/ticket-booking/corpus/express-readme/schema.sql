CREATE TABLE events (id SERIAL PRIMARY KEY, title VARCHAR(200) NOT NULL);
CREATE TABLE seats (
  id SERIAL PRIMARY KEY,
  event_id INT NOT NULL REFERENCES events(id),
  number VARCHAR(10) NOT NULL,
  UNIQUE (event_id, number)
);
CREATE TABLE holds (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  seat_id INT NOT NULL UNIQUE REFERENCES seats(id),
  user_id INT NOT NULL,
  expires_at TIMESTAMP NOT NULL
);
CREATE TABLE bookings (
  id SERIAL PRIMARY KEY,
  seat_id INT NOT NULL UNIQUE REFERENCES seats(id),
  user_id INT NOT NULL,
  idempotency_key UUID UNIQUE,
  created_at TIMESTAMP DEFAULT NOW()
);
