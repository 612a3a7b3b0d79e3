CREATE TABLE "urls" (
  "id" uuid NOT NULL DEFAULT gen_random_uuid(),
  "shortCode" character varying NOT NULL,
  "originalUrl" character varying NOT NULL,
  "createdAt" TIMESTAMP NOT NULL DEFAULT now(),
  CONSTRAINT "UQ_shortCode" UNIQUE ("shortCode"),
  CONSTRAINT "PK_urls" PRIMARY KEY ("id")
);
