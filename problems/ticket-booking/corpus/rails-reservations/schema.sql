CREATE TABLE shows (
  id bigserial PRIMARY KEY,
  title varchar NOT NULL,
  starts_at timestamp(6) NOT NULL,
  created_at timestamp(6) NOT NULL DEFAULT now(),
  updated_at timestamp(6) NOT NULL DEFAULT now()
);

CREATE TABLE seats (
  id bigserial PRIMARY KEY,
  show_id bigint NOT NULL REFERENCES shows(id),
  row varchar NOT NULL,
  number integer NOT NULL,
  created_at timestamp(6) NOT NULL DEFAULT now(),
  updated_at timestamp(6) NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX index_seats_on_show_id_and_row_and_number ON seats (show_id, row, number);

CREATE TABLE reservations (
  id bigserial PRIMARY KEY,
  seat_id bigint NOT NULL REFERENCES seats(id),
  user_id bigint NOT NULL,
  status varchar NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'confirmed', 'expired')),
  expires_at timestamp(6) NOT NULL,
  idempotency_key varchar,
  created_at timestamp(6) NOT NULL DEFAULT now(),
  updated_at timestamp(6) NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX index_reservations_on_seat_id_live ON reservations (seat_id) WHERE status IN ('pending', 'confirmed');
CREATE UNIQUE INDEX index_reservations_on_idempotency_key ON reservations (idempotency_key);
