CREATE TABLE events (
    id    BIGINT PRIMARY KEY,
    title TEXT NOT NULL
);

CREATE TABLE seats (
    id       BIGINT PRIMARY KEY,
    event_id BIGINT NOT NULL REFERENCES events (id),
    block    TEXT NOT NULL,
    no       INT  NOT NULL
);

-- 1席につき最大1行。売れた席は expires_at = 'infinity'
CREATE TABLE seat_holds (
    seat_id    BIGINT PRIMARY KEY REFERENCES seats (id),
    hold_id    UUID NOT NULL UNIQUE,
    member_id  BIGINT NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE bookings (
    hold_id    UUID PRIMARY KEY,          -- 確定の冪等キーを兼ねる
    seat_id    BIGINT NOT NULL UNIQUE REFERENCES seats (id),
    member_id  BIGINT NOT NULL,
    auth_id    TEXT NOT NULL,             -- 与信番号
    captured   BOOLEAN NOT NULL DEFAULT FALSE,
    booked_at  TIMESTAMPTZ NOT NULL DEFAULT now()
);
