CREATE TABLE "Events" (
    "Id" uuid NOT NULL,
    "Name" text NOT NULL,
    "StartsAt" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_Events" PRIMARY KEY ("Id")
);

CREATE TABLE "Seats" (
    "Id" uuid NOT NULL,
    "EventId" uuid NOT NULL,
    "Label" character varying(16) NOT NULL,
    CONSTRAINT "PK_Seats" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Seats_Events_EventId" FOREIGN KEY ("EventId") REFERENCES "Events" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Bookings" (
    "Id" uuid NOT NULL,
    "SeatId" uuid NOT NULL,
    "UserId" text NOT NULL,
    "IdempotencyKey" uuid NULL,
    "CreatedAt" timestamp with time zone NOT NULL DEFAULT (now()),
    CONSTRAINT "PK_Bookings" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Bookings_Seats_SeatId" FOREIGN KEY ("SeatId") REFERENCES "Seats" ("Id") ON DELETE CASCADE
);

CREATE TABLE "SeatHolds" (
    "Id" uuid NOT NULL,
    "SeatId" uuid NOT NULL,
    "UserId" text NOT NULL,
    "ExpiresAt" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_SeatHolds" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_SeatHolds_Seats_SeatId" FOREIGN KEY ("SeatId") REFERENCES "Seats" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_Bookings_IdempotencyKey" ON "Bookings" ("IdempotencyKey");

CREATE UNIQUE INDEX "IX_Bookings_SeatId" ON "Bookings" ("SeatId");

CREATE UNIQUE INDEX "IX_SeatHolds_SeatId" ON "SeatHolds" ("SeatId");

CREATE UNIQUE INDEX "IX_Seats_EventId_Label" ON "Seats" ("EventId", "Label");
