-- Stage seats. Notes from the call are at the end.
CREATE TABLE Performance (
    PerformanceId  INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    Title          VARCHAR(200) NOT NULL,
    StartsOn       TIMESTAMPTZ NOT NULL
);

CREATE TABLE StageSeat (
    StageSeatId    INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    PerformanceId  INT NOT NULL REFERENCES Performance (PerformanceId),
    RowLetter      CHAR(1) NOT NULL,
    SeatNumber     INT NOT NULL,
    SeatStatus     VARCHAR(10) NOT NULL DEFAULT 'Available' CHECK (SeatStatus IN ('Available', 'Reserved', 'Sold')),
    ReservationId  UUID,
    ReservedUntil  TIMESTAMPTZ,
    CustomerId     VARCHAR(64),
    UNIQUE (PerformanceId, RowLetter, SeatNumber)
);

CREATE TABLE Sale (
    SaleId         INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    StageSeatId    INT NOT NULL UNIQUE REFERENCES StageSeat (StageSeatId),
    CustomerId     VARCHAR(64),
    IdempotencyKey UUID UNIQUE,
    SoldOn         TIMESTAMPTZ NOT NULL DEFAULT now()
);
