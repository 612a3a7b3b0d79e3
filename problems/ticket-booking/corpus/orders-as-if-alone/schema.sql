CREATE TABLE events (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  start_time timestamptz NOT NULL
);

CREATE TABLE users (
  id uuid PRIMARY KEY,
  name text,
  email text UNIQUE
);

CREATE TABLE seats (
  id uuid PRIMARY KEY,
  event_id uuid NOT NULL REFERENCES events(id),
  section text NOT NULL,
  seat_row text NOT NULL,
  seat_num int NOT NULL,
  price bigint NOT NULL DEFAULT 0, -- rupiah
  UNIQUE (event_id, section, seat_row, seat_num)
);

CREATE TYPE order_status AS ENUM ('PENDING_PAYMENT', 'PAID', 'EXPIRED');

CREATE TABLE orders (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL REFERENCES users(id),
  seat_id uuid NOT NULL REFERENCES seats(id),
  status order_status NOT NULL DEFAULT 'PENDING_PAYMENT',
  amount bigint NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  paid_at timestamptz
);
CREATE INDEX orders_seat_live ON orders(seat_id) WHERE status IN ('PENDING_PAYMENT', 'PAID');

CREATE TABLE tickets (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  order_id uuid NOT NULL UNIQUE REFERENCES orders(id),
  seat_id uuid NOT NULL UNIQUE REFERENCES seats(id),
  issued_at timestamptz NOT NULL DEFAULT now()
);
