import { guard, type Limits } from "./guard/guard.ts";
import type { Ledger } from "./guard/ledger.ts";
import type { Skimmed } from "./guard/skim.ts";
import type { Peer } from "./peer.ts";
import type { ReadOnlyReason } from "./protocol.ts";

export interface WriteFrame {
  type: "step2" | "update";
  update: Uint8Array;
}

export type Judged =
  /** To be committed. */
  | { outcome: "accepted"; bytes: Uint8Array; update: Skimmed }
  /** The room has all of it. */
  | { outcome: "known" }
  /** Rests on edits that only this socket's next step 2 will bring; `removes` if it removes text, known or not. */
  | { outcome: "early"; removes: boolean }
  | { outcome: "denied"; reason: ReadOnlyReason }
  | { outcome: "offends"; code: 1007 | 1008; reason: string };

/** What becomes of an update that a peer sends: first whether it may write at all, unparsed; then what the guard says. */
export function judgeWrite(peer: Peer, { type, update }: WriteFrame, ledger: Ledger, limits: Limits): Judged {
  const { access } = peer;
  if (access.may !== "edit") return { outcome: "denied", reason: access.may === "view" ? access.reason : "role" };
  const verdict = guard(ledger, peer.person.id, update, limits);
  switch (verdict.outcome) {
    case "malformed":
      return { outcome: "offends", code: 1007, reason: verdict.reason };
    case "forged":
      return { outcome: "offends", code: 1008, reason: verdict.reason };
    case "full":
      return { outcome: "denied", reason: "full" };
    case "gap": {
      const isExcused = type === "update" && (peer.hasHole || !peer.hasSentStep2);
      return isExcused
        ? { outcome: "early", removes: verdict.removes }
        : { outcome: "offends", code: 1008, reason: verdict.reason };
    }
    case "accepted":
    case "known":
      return verdict;
  }
}
