CREATE TABLE t_user (
  id          BIGINT PRIMARY KEY,
  nick_name   VARCHAR(64) NOT NULL
);

CREATE TABLE t_event (
  id          BIGINT PRIMARY KEY,
  event_name  VARCHAR(128) NOT NULL,
  start_time  TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE t_seat (
  id           BIGINT PRIMARY KEY,
  event_id     BIGINT NOT NULL REFERENCES t_event (id),
  area         VARCHAR(16) NOT NULL,
  row_no       INT NOT NULL,
  col_no       INT NOT NULL,
  price        INT NOT NULL,
  status       SMALLINT NOT NULL DEFAULT 0,   -- 0 free, 1 held, 2 sold
  hold_id      BIGINT,
  hold_expire  TIMESTAMP WITH TIME ZONE,
  gmt_modified TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
  CONSTRAINT uk_seat UNIQUE (event_id, area, row_no, col_no)
);

CREATE TABLE t_hold (
  id          BIGSERIAL PRIMARY KEY,
  seat_id     BIGINT NOT NULL REFERENCES t_seat (id),
  user_id     BIGINT NOT NULL REFERENCES t_user (id),
  expire_time TIMESTAMP WITH TIME ZONE NOT NULL,
  gmt_create  TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now()
);

CREATE TABLE t_booking (
  id          BIGSERIAL PRIMARY KEY,
  booking_no  VARCHAR(32) NOT NULL UNIQUE,
  hold_id     BIGINT NOT NULL REFERENCES t_hold (id),
  seat_id     BIGINT NOT NULL REFERENCES t_seat (id),
  user_id     BIGINT NOT NULL REFERENCES t_user (id),
  amount      INT NOT NULL,
  pay_no      VARCHAR(64),
  gmt_create  TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now()
);
CREATE INDEX idx_booking_user ON t_booking (user_id);
CREATE INDEX idx_booking_seat ON t_booking (seat_id);
