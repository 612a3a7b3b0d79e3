CREATE TABLE seats (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  label      varchar(20) NOT NULL,
  status     varchar(10) NOT NULL DEFAULT 'free' CHECK (status IN ('free', 'held', 'sold')),
  hold_id    uuid UNIQUE,
  held_by    bigint,
  held_until timestamptz
);

CREATE TABLE bookings (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  seat_id    bigint NOT NULL UNIQUE REFERENCES seats (id),
  hold_id    uuid NOT NULL UNIQUE,
  user_id    bigint NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
