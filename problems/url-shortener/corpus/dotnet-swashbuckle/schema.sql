CREATE TABLE "Links" (
    "Id" uuid NOT NULL,
    "Code" character varying(7) NOT NULL,
    "TargetUrl" text NOT NULL,
    "IdempotencyKey" uuid NULL,
    "CreatedUtc" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_Links" PRIMARY KEY ("Id")
);
CREATE UNIQUE INDEX "IX_Links_Code" ON "Links" ("Code");
CREATE UNIQUE INDEX "IX_Links_IdempotencyKey" ON "Links" ("IdempotencyKey");
