CREATE TYPE hold_status AS ENUM ('held', 'confirmed', 'released');

CREATE TABLE events (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  starts_at timestamptz NOT NULL
);

CREATE TABLE users (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  email text UNIQUE NOT NULL
);

CREATE TABLE seats (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  event_id uuid NOT NULL REFERENCES events (id),
  section text NOT NULL,
  "row" text NOT NULL,
  number int NOT NULL,
  price_cents int NOT NULL,
  UNIQUE (event_id, section, "row", number)
);

CREATE TABLE holds (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  seat_id uuid NOT NULL REFERENCES seats (id),
  user_id uuid NOT NULL REFERENCES users (id),
  status hold_status NOT NULL DEFAULT 'held',
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX holds_seat_live ON holds (seat_id, expires_at) WHERE status = 'held';

CREATE TABLE bookings (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  seat_id uuid NOT NULL UNIQUE REFERENCES seats (id),
  hold_id uuid NOT NULL UNIQUE REFERENCES holds (id),
  user_id uuid NOT NULL REFERENCES users (id),
  payment_id text NOT NULL,
  captured_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);
