CREATE TABLE shows (
  show_id    BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  title      TEXT NOT NULL,
  starts_at  TIMESTAMPTZ NOT NULL
);
CREATE TABLE customers (
  customer_id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email TEXT NOT NULL UNIQUE
);
CREATE TABLE show_seats (
  show_id   BIGINT NOT NULL REFERENCES shows(show_id),
  row_no    SMALLINT NOT NULL,
  seat_no   SMALLINT NOT NULL,
  state     CHAR(1) NOT NULL DEFAULT 'F' CHECK (state IN ('F','H','S')), -- free / held / sold
  held_by   BIGINT REFERENCES customers(customer_id),
  hold_ref  UUID UNIQUE,
  held_until TIMESTAMPTZ,
  PRIMARY KEY (show_id, row_no, seat_no)
);
CREATE INDEX show_seats_held_by ON show_seats(held_by);
CREATE TABLE sales (
  sale_id   BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  show_id   BIGINT NOT NULL,
  row_no    SMALLINT NOT NULL,
  seat_no   SMALLINT NOT NULL,
  customer_id BIGINT NOT NULL REFERENCES customers(customer_id),
  request_key UUID NOT NULL UNIQUE,
  sold_at   TIMESTAMPTZ NOT NULL DEFAULT now(),
  UNIQUE (show_id, row_no, seat_no),
  FOREIGN KEY (show_id, row_no, seat_no) REFERENCES show_seats
);
CREATE INDEX sales_customer ON sales(customer_id);
