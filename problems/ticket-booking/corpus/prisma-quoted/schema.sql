-- CreateTable
CREATE TABLE "Seat" ("id" TEXT NOT NULL, "eventId" TEXT NOT NULL, "label" TEXT NOT NULL, CONSTRAINT "Seat_pkey" PRIMARY KEY ("id"));
-- CreateTable
CREATE TABLE "Hold" ("id" TEXT NOT NULL, "seatId" TEXT NOT NULL, "userId" TEXT NOT NULL, "expiresAt" TIMESTAMP(3) NOT NULL, CONSTRAINT "Hold_pkey" PRIMARY KEY ("id"));
-- CreateTable
CREATE TABLE "Booking" ("id" TEXT NOT NULL, "seatId" TEXT NOT NULL, "userId" TEXT NOT NULL, "idempotencyKey" TEXT, "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP, CONSTRAINT "Booking_pkey" PRIMARY KEY ("id"));
-- CreateIndex
CREATE UNIQUE INDEX "Hold_seatId_key" ON "Hold"("seatId");
CREATE UNIQUE INDEX "Booking_seatId_key" ON "Booking"("seatId");
CREATE UNIQUE INDEX "Booking_idempotencyKey_key" ON "Booking"("idempotencyKey");
ALTER TABLE "Hold" ADD CONSTRAINT "Hold_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
