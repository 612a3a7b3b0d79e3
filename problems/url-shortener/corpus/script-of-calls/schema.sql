CREATE TABLE "Link" (
  "id" BIGSERIAL PRIMARY KEY,
  "slug" VARCHAR(10) NOT NULL UNIQUE,
  "longUrl" TEXT NOT NULL,
  "userId" TEXT NOT NULL,
  "createdAt" TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX ON "Link" ("userId", "id" DESC);

-- one row for each "shorten" request we have answered
CREATE TABLE "IdempotentRequest" (
  "userId" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "linkId" BIGINT NOT NULL REFERENCES "Link" ("id"),
  PRIMARY KEY ("userId", "key")
);
