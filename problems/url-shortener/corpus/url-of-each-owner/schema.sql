CREATE TABLE "user" (
  "id" text PRIMARY KEY,            -- cuid
  "email" text NOT NULL UNIQUE,
  "createdAt" timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE "link" (
  "id" bigserial PRIMARY KEY,
  "code" varchar(8) NOT NULL,
  "url" text NOT NULL,
  "urlSha256" bytea NOT NULL,       -- sha256(url) computed in app; url itself is too long for a btree
  "ownerId" text NOT NULL REFERENCES "user"("id"),
  "createdAt" timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT "link_code_key" UNIQUE ("code"),
  CONSTRAINT "link_owner_url_key" UNIQUE ("ownerId", "urlSha256"),
  CONSTRAINT "link_sha_len" CHECK (octet_length("urlSha256") = 32)
);

CREATE INDEX "link_owner_newest" ON "link" ("ownerId", "id" DESC);
