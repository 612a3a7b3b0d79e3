-- Flyway V1__init.sql, rewritten from MySQL
CREATE TABLE event (
  id         bigint generated always as identity PRIMARY KEY,
  name       VARCHAR(200) NOT NULL,
  starts_at  timestamptz  NOT NULL
);

CREATE TABLE account (
  id     bigint generated always as identity PRIMARY KEY,
  email  VARCHAR(255) NOT NULL,
  UNIQUE (email)
);

CREATE TABLE seat (
  id           bigint generated always as identity PRIMARY KEY,
  event_id     BIGINT      NOT NULL,
  section      VARCHAR(20) NOT NULL,
  row_label    VARCHAR(10) NOT NULL,
  seat_number  INT         NOT NULL,
  price_cents  INT         NOT NULL DEFAULT 0,
  UNIQUE (event_id, section, row_label, seat_number),
  CONSTRAINT fk_seat_event FOREIGN KEY (event_id) REFERENCES event (id)
);

CREATE TABLE seat_hold (
  id           CHAR(36)    NOT NULL PRIMARY KEY,
  seat_id      BIGINT      NOT NULL,
  account_id   BIGINT      NOT NULL,
  status text check (status in ('ACTIVE','PAYING','CONFIRMED','EXPIRED')) NOT NULL DEFAULT 'ACTIVE',
  created_at   timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  confirm_key  VARCHAR(80) NULL,
  paying_since timestamptz NULL,
  attempt      INT         NOT NULL DEFAULT 1,     -- counts refused cards
  UNIQUE (confirm_key),
  CONSTRAINT fk_hold_seat FOREIGN KEY (seat_id) REFERENCES seat (id),
  CONSTRAINT fk_hold_account FOREIGN KEY (account_id) REFERENCES account (id)
);

CREATE TABLE booking (
  id           bigint generated always as identity PRIMARY KEY,
  hold_id      CHAR(36)    NOT NULL,
  seat_id      BIGINT      NOT NULL,
  account_id   BIGINT      NOT NULL,
  charge_ref   VARCHAR(80) NOT NULL,
  created_at   timestamptz NOT NULL,
  UNIQUE (hold_id),
  UNIQUE (seat_id),
  CONSTRAINT fk_booking_seat FOREIGN KEY (seat_id) REFERENCES seat (id),
  CONSTRAINT fk_booking_account FOREIGN KEY (account_id) REFERENCES account (id)
);

create index on seat_hold (seat_id, status);
create index on seat_hold (status, paying_since);
