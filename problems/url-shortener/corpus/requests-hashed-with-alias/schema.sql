-- what EF Core (Npgsql) would generate, more or less

CREATE TABLE "Links" (
    "Id"          uuid          NOT NULL DEFAULT gen_random_uuid(),
    "Seq"         bigint        GENERATED ALWAYS AS IDENTITY,
    "OwnerId"     text          NOT NULL,
    "Code"        varchar(32)   NOT NULL,
    "TargetUrl"   text          NOT NULL,
    "RequestKey"  varchar(200)  NOT NULL,
    "RequestHash" bytea         NOT NULL,
    "Version"     integer       NOT NULL DEFAULT 1,
    "CreatedAt"   timestamptz   NOT NULL DEFAULT now(),
    "UpdatedAt"   timestamptz   NOT NULL DEFAULT now(),
    CONSTRAINT "PK_Links" PRIMARY KEY ("Id"),
    CONSTRAINT "CK_Links_Code" CHECK ("Code" ~ '^[A-Za-z0-9_-]{4,32}$'),
    CONSTRAINT "CK_Links_TargetUrl" CHECK (length("TargetUrl") <= 8000)
);

CREATE UNIQUE INDEX "UX_Links_Code" ON "Links" ("Code");
CREATE UNIQUE INDEX "UX_Links_OwnerId_RequestKey" ON "Links" ("OwnerId", "RequestKey");
CREATE INDEX "IX_Links_OwnerId_Seq" ON "Links" ("OwnerId", "Seq" DESC);

CREATE TABLE "LinkVisits" (
    "LinkId"  uuid      NOT NULL,
    "Slot"    smallint  NOT NULL,
    "Count"   bigint    NOT NULL DEFAULT 0,
    CONSTRAINT "PK_LinkVisits" PRIMARY KEY ("LinkId", "Slot"),
    CONSTRAINT "FK_LinkVisits_Links" FOREIGN KEY ("LinkId") REFERENCES "Links" ("Id"),
    CONSTRAINT "CK_LinkVisits_Slot" CHECK ("Slot" BETWEEN 0 AND 31)
);
