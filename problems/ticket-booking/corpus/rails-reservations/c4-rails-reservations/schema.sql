CREATE TABLE users (id bigserial PRIMARY KEY, email character varying NOT NULL);
CREATE TABLE seats (
  id bigserial PRIMARY KEY,
  event_id bigint NOT NULL,
  row_name character varying,
  number integer,
  created_at timestamp(6) NOT NULL DEFAULT now(),
  updated_at timestamp(6) NOT NULL DEFAULT now()
);
CREATE TABLE reservations (
  id bigserial PRIMARY KEY,
  seat_id bigint NOT NULL REFERENCES seats(id),
  user_id bigint NOT NULL REFERENCES users(id),
  status character varying NOT NULL DEFAULT 'pending' CHECK (status IN ('pending','confirmed','expired')),
  expires_at timestamp(6),
  idempotency_key character varying,
  created_at timestamp(6) NOT NULL DEFAULT now(),
  updated_at timestamp(6) NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX index_reservations_on_idempotency_key ON reservations (idempotency_key);
CREATE UNIQUE INDEX index_reservations_on_active_seat ON reservations (seat_id) WHERE status IN ('pending','confirmed');
