-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "mail" TEXT NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Snip" (
    "id" SERIAL NOT NULL,
    "tag" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "requestId" TEXT,
    "accountId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Snip_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Account_mail_key" ON "Account"("mail");
CREATE UNIQUE INDEX "Snip_tag_key" ON "Snip"("tag");
CREATE UNIQUE INDEX "Snip_requestId_key" ON "Snip"("requestId");
CREATE INDEX "Snip_accountId_createdAt_idx" ON "Snip"("accountId", "createdAt" DESC);

-- AddForeignKey
ALTER TABLE "Snip" ADD CONSTRAINT "Snip_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
