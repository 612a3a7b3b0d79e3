CREATE TABLE seat_holds (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  event_id INT NOT NULL,
  seat_id INT NOT NULL,
  customer_id INT NOT NULL,
  expires_at TIMESTAMPTZ NOT NULL,
  UNIQUE (event_id, seat_id)
);
CREATE TABLE bookings (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  event_id INT NOT NULL,
  seat_id INT NOT NULL,
  customer_id INT NOT NULL,
  booked_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  UNIQUE (event_id, seat_id)
);
