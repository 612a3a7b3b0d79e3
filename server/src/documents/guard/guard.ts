import { claim, claimOf, mostBlocks } from "./claims.ts";
import { dropDeletedText } from "./drop-deleted-text.ts";
import { enter, type Ledger, textGrowth } from "./ledger.ts";
import { integrates } from "./order.ts";
import { skim, type Skimmed } from "./skim.ts";
import { trim } from "./trim.ts";

export interface Limits {
  updateBytes: number;
  textBytes: number;
  stateBytes: number;
  updates: number;
}

export type Verdict =
  /** Entered in the ledger; `bytes` and `update` are what the room lacked of what was sent. */
  | { outcome: "accepted"; bytes: Uint8Array; update: Skimmed }
  | { outcome: "known" }
  /** Rests on something the room does not have; before a socket's first step 2 that is no fault. */
  | { outcome: "gap"; reason: string; removes: boolean }
  | { outcome: "malformed"; reason: string }
  | { outcome: "forged"; reason: string }
  | { outcome: "full"; reason: string };

/** Judges one update of `person` and, if all is well, enters it. Nothing is kept, relayed or merged that was not here first. */
export function guard(ledger: Ledger, person: string, bytes: Uint8Array, limits: Limits): Verdict {
  const skimmed = skim(bytes);
  if (skimmed.outcome === "malformed") return skimmed;
  if (skimmed.outcome === "forbidden") return { outcome: "forged", reason: skimmed.reason };

  if (skimmed.update.blocks.length > mostBlocks) return { outcome: "forged", reason: "too many client ids" };
  const foreign = skimmed.update.blocks.find(
    ({ client, to }) => to > known(ledger, client) && claimOf(ledger, client, person) === "foreign",
  );
  if (foreign !== undefined) return { outcome: "forged", reason: `client ${foreign.client} belongs to somebody else` };
  if (skimmed.update.blocks.some(({ client, from }) => from > known(ledger, client))) {
    return gap(skimmed.update, "the update skips clocks of its client");
  }

  const rest = dropDeletedText(trim(bytes, skimmed.update, ledger));
  if (rest.update.blocks.length === 0 && rest.update.deletes.length === 0) return { outcome: "known" };
  if (!integrates(rest.update.blocks, ledger.clocks)) return gap(rest.update, "the update names unknown text");
  const future = futureDelete(ledger, person, rest.update);
  if (future !== null) return future;

  const full = overLimit(ledger, rest.update, rest.bytes.length, limits);
  if (full !== null) return { outcome: "full", reason: full };
  for (const { client } of rest.update.blocks) {
    if (!claim(ledger, client, person)) return { outcome: "forged", reason: "too many client ids" };
  }
  enter(ledger, rest.update, rest.bytes.length);
  return { outcome: "accepted", ...rest };
}

const gap = ({ deletes }: Skimmed, reason: string): Verdict => ({
  outcome: "gap",
  reason,
  removes: deletes.length > 0,
});

const known = (ledger: Ledger, client: number): number => ledger.clocks.get(client) ?? 0;

/** A delete set over clocks that do not exist yet would erase whatever their owner types next. */
function futureDelete(ledger: Ledger, person: string, update: Skimmed): Verdict | null {
  const { blocks, deletes } = update;
  const reached = new Map(blocks.map((block) => [block.client, block.to]));
  const future = deletes.find(({ client, to }) => to > (reached.get(client) ?? known(ledger, client)));
  if (future === undefined) return null;
  const reason = "deletes text that does not exist";
  return claimOf(ledger, future.client, person) === "foreign" ? { outcome: "forged", reason } : gap(update, reason);
}

function overLimit({ size }: Ledger, update: Skimmed, bytes: number, limits: Limits): string | null {
  if (bytes > limits.updateBytes) return "this edit is too large";
  if (size.updates >= limits.updates) return "the document has had too many edits";
  if (size.stateBytes + bytes > limits.stateBytes) return "the document's history is full";
  const growth = textGrowth(update);
  return growth > 0 && size.textBytes + growth > limits.textBytes ? "the document is full" : null;
}
