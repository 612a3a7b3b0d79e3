-- EF Core naming

CREATE TABLE "Events" (
    "Id" uuid NOT NULL DEFAULT gen_random_uuid() PRIMARY KEY,
    "Name" varchar(200) NOT NULL,
    "StartsAt" timestamptz NOT NULL
);

CREATE TABLE "Users" (
    "Id" uuid NOT NULL DEFAULT gen_random_uuid() PRIMARY KEY,
    "Email" varchar(256) NOT NULL
);
CREATE UNIQUE INDEX "IX_Users_Email" ON "Users" ("Email");

CREATE TABLE "Seats" (
    "Id" uuid NOT NULL DEFAULT gen_random_uuid() PRIMARY KEY,
    "EventId" uuid NOT NULL REFERENCES "Events" ("Id") ON DELETE CASCADE,
    "Row" varchar(10) NOT NULL,
    "Number" int NOT NULL,
    "Status" smallint NOT NULL DEFAULT 0,        -- 0 Free, 1 Held, 2 Sold
    "HeldByUserId" uuid NULL REFERENCES "Users" ("Id"),
    "HoldExpiresAt" timestamptz NULL,
    CONSTRAINT "CK_Seats_Status" CHECK ("Status" IN (0, 1, 2))
);
CREATE UNIQUE INDEX "IX_Seats_EventId_Row_Number" ON "Seats" ("EventId", "Row", "Number");

CREATE TABLE "Bookings" (
    "Id" uuid NOT NULL DEFAULT gen_random_uuid() PRIMARY KEY,
    "SeatId" uuid NOT NULL REFERENCES "Seats" ("Id"),
    "UserId" uuid NOT NULL REFERENCES "Users" ("Id"),
    "PaymentId" varchar(100) NOT NULL,
    "CreatedAt" timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX "IX_Bookings_SeatId" ON "Bookings" ("SeatId");
