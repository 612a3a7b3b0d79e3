-- generated-ish from my prisma models

CREATE TABLE "User" (
    "id" SERIAL PRIMARY KEY,
    "email" TEXT NOT NULL UNIQUE,
    "name" TEXT
);

CREATE TABLE "Event" (
    "id" SERIAL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "date" TIMESTAMP(3) NOT NULL
);

CREATE TABLE "Seat" (
    "id" SERIAL PRIMARY KEY,
    "eventId" INTEGER NOT NULL REFERENCES "Event"("id"),
    "row" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "price" INTEGER NOT NULL,
    UNIQUE ("eventId", "row", "number")
);

CREATE TABLE "Hold" (
    "id" TEXT PRIMARY KEY DEFAULT gen_random_uuid()::text,
    "seatId" INTEGER NOT NULL REFERENCES "Seat"("id"),
    "userId" INTEGER NOT NULL REFERENCES "User"("id"),
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT now(),
    "expiresAt" TIMESTAMPTZ NOT NULL
);
CREATE INDEX "Hold_seatId_expiresAt_idx" ON "Hold"("seatId", "expiresAt");

CREATE TABLE "Booking" (
    "id" TEXT PRIMARY KEY DEFAULT gen_random_uuid()::text,
    "holdId" TEXT NOT NULL UNIQUE REFERENCES "Hold"("id"),
    "seatId" INTEGER NOT NULL REFERENCES "Seat"("id"),
    "userId" INTEGER NOT NULL REFERENCES "User"("id"),
    "paymentId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX "Booking_seatId_idx" ON "Booking"("seatId");
