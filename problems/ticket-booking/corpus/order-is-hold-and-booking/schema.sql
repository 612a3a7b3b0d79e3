CREATE TABLE t_user (
  id         bigint generated always as identity PRIMARY KEY,
  nickname   VARCHAR(64) NOT NULL
);

CREATE TABLE t_event (
  id         bigint generated always as identity PRIMARY KEY,
  name       VARCHAR(128) NOT NULL,
  start_time timestamptz NOT NULL
);

CREATE TABLE t_seat (
  id             bigint generated always as identity PRIMARY KEY,
  event_id       BIGINT NOT NULL,
  area           VARCHAR(16) NOT NULL,
  row_no         INT NOT NULL,
  col_no         INT NOT NULL,
  price          DECIMAL(10,2) NOT NULL DEFAULT 0,
  status         smallint NOT NULL DEFAULT 0, -- 0 free 1 locked 2 sold
  order_id       BIGINT NULL, -- order that locked / bought it
  lock_expire_at timestamptz NULL,
  unique (event_id, area, row_no, col_no)
);

CREATE TABLE t_order (
  id          bigint generated always as identity PRIMARY KEY,
  user_id     BIGINT NOT NULL,
  event_id    BIGINT NOT NULL,
  seat_id     BIGINT NOT NULL,
  request_id  VARCHAR(64) NOT NULL, -- from client, idempotent
  status      smallint NOT NULL DEFAULT 0, -- 0 wait pay 1 paid
  amount      DECIMAL(10,2) NOT NULL,
  expire_at   timestamptz NOT NULL,
  pay_no      VARCHAR(64) NULL,
  paid_at     timestamptz NULL,
  created_at  timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
  unique (user_id, request_id)
);

create index on t_order (seat_id);
