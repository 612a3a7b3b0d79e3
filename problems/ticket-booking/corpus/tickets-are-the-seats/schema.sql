CREATE TABLE concerts (id UUID PRIMARY KEY, title VARCHAR(200) NOT NULL, venue VARCHAR(200));
CREATE TABLE fans (id UUID PRIMARY KEY, full_name VARCHAR(200) NOT NULL);
CREATE TABLE tickets (
  id UUID PRIMARY KEY,
  concert_id UUID NOT NULL REFERENCES concerts(id),
  row_name VARCHAR(4) NOT NULL,
  seat_no SMALLINT NOT NULL,
  price_cents INTEGER NOT NULL DEFAULT 0,
  status VARCHAR(10) NOT NULL DEFAULT 'AVAILABLE', -- AVAILABLE, HELD, BOOKED
  held_by UUID REFERENCES fans(id),
  held_until TIMESTAMPTZ,
  UNIQUE (concert_id, row_name, seat_no)
);
CREATE INDEX ON tickets (held_by);
CREATE TABLE purchases (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  ticket_id UUID NOT NULL UNIQUE REFERENCES tickets(id),
  fan_id UUID NOT NULL REFERENCES fans(id),
  request_id UUID NOT NULL,
  created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  UNIQUE (request_id)
);
CREATE INDEX ON purchases (fan_id);
