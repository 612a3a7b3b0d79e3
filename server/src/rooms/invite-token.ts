import { createHash, randomBytes } from "node:crypto";

const days = 14;

/** What the database holds of a link: nobody can open a door with a copy of the table. */
export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");

export interface NewInvite {
  /** Behind `#`, so that no server, log or referrer ever sees the token. */
  url: string;
  tokenHash: string;
  expiresAt: Date;
}

export function newInvite(publicUrl: string, now: Date): NewInvite {
  const token = randomBytes(16).toString("base64url");
  return {
    url: `${new URL(publicUrl).origin}/j#${token}`,
    tokenHash: tokenHash(token),
    expiresAt: new Date(now.getTime() + days * 86_400_000),
  };
}
