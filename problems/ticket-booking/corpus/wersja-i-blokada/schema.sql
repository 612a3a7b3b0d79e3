CREATE TABLE event (
    id          BIGSERIAL PRIMARY KEY,
    name        VARCHAR(255) NOT NULL,
    event_date  TIMESTAMPTZ  NOT NULL
);

CREATE TABLE app_user (
    id          BIGSERIAL PRIMARY KEY,
    email       VARCHAR(255) NOT NULL UNIQUE
);

CREATE TABLE seat (
    id           BIGSERIAL PRIMARY KEY,
    event_id     BIGINT       NOT NULL REFERENCES event (id),
    sector       VARCHAR(20)  NOT NULL,
    seat_row     VARCHAR(10)  NOT NULL,
    seat_number  INTEGER      NOT NULL,
    price        NUMERIC(10, 2) NOT NULL DEFAULT 0,
    status       VARCHAR(16)  NOT NULL DEFAULT 'FREE',
    hold_id      UUID,
    version      BIGINT       NOT NULL DEFAULT 0,
    CONSTRAINT uk_seat UNIQUE (event_id, sector, seat_row, seat_number),
    CONSTRAINT ck_seat_status CHECK (status IN ('FREE', 'HELD', 'SOLD'))
);

CREATE TABLE hold (
    id          UUID PRIMARY KEY,
    seat_id     BIGINT      NOT NULL REFERENCES seat (id),
    user_id     BIGINT      NOT NULL REFERENCES app_user (id),
    expires_at  TIMESTAMPTZ NOT NULL,
    created_at  TIMESTAMPTZ NOT NULL DEFAULT now()
);

ALTER TABLE seat ADD CONSTRAINT fk_seat_hold FOREIGN KEY (hold_id) REFERENCES hold (id);

CREATE TABLE booking (
    id          UUID PRIMARY KEY,
    hold_id     UUID        NOT NULL REFERENCES hold (id),
    seat_id     BIGINT      NOT NULL REFERENCES seat (id),
    user_id     BIGINT      NOT NULL REFERENCES app_user (id),
    payment_ref VARCHAR(100),
    created_at  TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT uk_booking_hold UNIQUE (hold_id),
    CONSTRAINT uk_booking_seat UNIQUE (seat_id)
);
