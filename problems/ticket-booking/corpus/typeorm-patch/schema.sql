CREATE TYPE "seat_hold_status_enum" AS ENUM('ACTIVE', 'CONFIRMED', 'EXPIRED');
CREATE TABLE "seat" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "eventId" uuid NOT NULL, "row" character varying NOT NULL, "number" integer NOT NULL, CONSTRAINT "PK_4e72ae40c3fbd7711ccb380ac17" PRIMARY KEY ("id"));
CREATE TABLE "seat_hold" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "seatId" uuid NOT NULL, "userId" uuid NOT NULL, "status" "seat_hold_status_enum" NOT NULL DEFAULT 'ACTIVE', "expiresAt" TIMESTAMP WITH TIME ZONE NOT NULL, "idempotencyKey" uuid, "createdAt" TIMESTAMP NOT NULL DEFAULT now(), CONSTRAINT "UQ_9d1b6f2a1d5ad0e2c8a55f0b3f1" UNIQUE ("idempotencyKey"), CONSTRAINT "PK_1f2e9b7b11f0c7a5b35aa92ee11" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "IDX_c1f9c4b7aa4b7a4d9d3a1b2c3d" ON "seat_hold" ("seatId") WHERE status <> 'EXPIRED';
ALTER TABLE "seat_hold" ADD CONSTRAINT "FK_8c1d23e8b6d3f0b86f5ab9c1f02" FOREIGN KEY ("seatId") REFERENCES "seat"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
