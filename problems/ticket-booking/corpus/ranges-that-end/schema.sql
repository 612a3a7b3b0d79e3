CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE event (
  event_id  bigserial PRIMARY KEY,
  title     text NOT NULL,
  doors_at  timestamptz NOT NULL
);

CREATE TABLE seat (
  seat_id   bigserial PRIMARY KEY,
  event_id  bigint NOT NULL REFERENCES event,
  label     text   NOT NULL,            -- 'Parkett / 4 / 17'
  UNIQUE (event_id, label)
);

CREATE TABLE customer (
  customer_id  bigserial PRIMARY KEY,
  full_name    text NOT NULL,
  email        text NOT NULL
);

-- A claim is "this seat is this customer's during that time".
--   hold    = a range that ends:            [t, t + 2 min)
--   booking = a range that does not end:    [t, )
-- The constraint is the whole concurrency story.
CREATE TABLE claim (
  claim_id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  seat_id          bigint NOT NULL REFERENCES seat,
  customer_id      bigint NOT NULL REFERENCES customer,
  during           tstzrange NOT NULL DEFAULT tstzrange(now(), now() + interval '2 minutes'),
  idempotency_key  uuid UNIQUE,
  confirmed_at     timestamptz,
  CHECK (NOT isempty(during)),
  CHECK ((confirmed_at IS NOT NULL) = upper_inf(during)),
  CHECK ((confirmed_at IS NOT NULL) = (idempotency_key IS NOT NULL)),
  CONSTRAINT one_claim_at_a_time EXCLUDE USING gist (seat_id WITH =, during WITH &&)
);

-- written before we talk to the provider, so that a crash leaves a trace
CREATE TABLE payment (
  idempotency_key  uuid PRIMARY KEY,
  claim_id         uuid NOT NULL REFERENCES claim,
  token            text NOT NULL,
  state            text NOT NULL DEFAULT 'charging'
                   CHECK (state IN ('charging', 'charged', 'declined', 'refund_due', 'refunded')),
  started_at       timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX payment_open ON payment (started_at) WHERE state IN ('charging', 'refund_due');
