CREATE TABLE IF NOT EXISTS tour (tour_id uuid PRIMARY KEY DEFAULT gen_random_uuid(), band text NOT NULL, starts timestamptz NOT NULL DEFAULT now());
CREATE TABLE IF NOT EXISTS seat (
  seat_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tour_id uuid NOT NULL REFERENCES tour,
  label text NOT NULL,
  status text NOT NULL DEFAULT 'FREE' CHECK (status IN ('FREE', 'SOLD'))
);
CREATE TABLE IF NOT EXISTS seat_hold (
  hold_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  seat_id uuid NOT NULL UNIQUE REFERENCES seat,
  guest text NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE TABLE IF NOT EXISTS booking (
  booking_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  seat_id uuid NOT NULL UNIQUE REFERENCES seat,
  guest text NOT NULL,
  idempotency_key uuid NOT NULL UNIQUE
);
