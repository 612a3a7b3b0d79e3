import type { Ledger } from "./ledger.ts";

/** Of one update: more could never be claimed, and each may have to wait for each other. */
export const mostBlocks = 2_000;

/** How many client ids one person may hold in one document; a page takes one each time it is loaded. */
const claimsPerPerson = mostBlocks;

export type Claim = "owned" | "free" | "foreign" | "too-many";

/** Whether `person` may write under `client`: an id belongs to whoever showed it first in this document. */
export function claimOf({ owners }: Ledger, client: number, person: string): Claim {
  const owner = owners.get(client);
  if (owner !== undefined) return owner === person ? "owned" : "foreign";
  let held = 0;
  for (const other of owners.values()) if (other === person) held++;
  return held < claimsPerPerson ? "free" : "too-many";
}

/** Takes a free id for good; the row follows with the first commit under it. */
export function claim(ledger: Ledger, client: number, person: string): boolean {
  const standing = claimOf(ledger, client, person);
  if (standing === "free") ledger.owners.set(client, person);
  return standing === "free" || standing === "owned";
}
