CREATE TABLE m_event (
  event_id    BIGSERIAL PRIMARY KEY,
  event_name  VARCHAR(100) NOT NULL,
  event_date  TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE m_member (
  member_id   BIGSERIAL PRIMARY KEY,
  mail        VARCHAR(255) NOT NULL UNIQUE
);

CREATE TABLE t_seat (
  seat_id     BIGSERIAL PRIMARY KEY,
  event_id    BIGINT NOT NULL REFERENCES m_event(event_id),
  block       VARCHAR(10) NOT NULL,
  row_no      INTEGER NOT NULL,
  seat_no     INTEGER NOT NULL,
  price       INTEGER NOT NULL,
  seat_status CHAR(1) NOT NULL DEFAULT '0',   -- 0: vacant  1: held  2: sold
  held_until  TIMESTAMP WITH TIME ZONE,
  UNIQUE (event_id, block, row_no, seat_no)
);

CREATE TABLE t_hold (
  hold_id     BIGSERIAL PRIMARY KEY,
  seat_id     BIGINT NOT NULL REFERENCES t_seat(seat_id),
  member_id   BIGINT NOT NULL REFERENCES m_member(member_id),
  expire_at   TIMESTAMP WITH TIME ZONE NOT NULL,
  created_at  TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE t_booking (
  booking_id  BIGSERIAL PRIMARY KEY,
  hold_id     BIGINT NOT NULL REFERENCES t_hold(hold_id),
  seat_id     BIGINT NOT NULL REFERENCES t_seat(seat_id),
  member_id   BIGINT NOT NULL REFERENCES m_member(member_id),
  amount      INTEGER NOT NULL,
  payment_no  VARCHAR(64),
  created_at  TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX idx_booking_seat ON t_booking(seat_id);
CREATE INDEX idx_booking_member ON t_booking(member_id);
