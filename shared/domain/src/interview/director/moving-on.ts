import { candidates } from "./candidates.ts";
import { claimsIn } from "../language/claims.ts";
import type { Say } from "../decision.ts";
import { type DirectorState, type HeardMessage, saidNow } from "./director-state.ts";
import type { Pack } from "../item.ts";
import { wordedWith } from "./lead.ts";
import { cited } from "../language/phrases.ts";
import { wordingOf } from "./pick.ts";
import { joined, say } from "./say.ts";
import { step } from "./step.ts";
import * as words from "./wordings.ts";

/** The first number with a meaning in a message. */
export const claimOf = (message: HeardMessage) =>
  claimsIn(message.text, () => ({ kind: "message", seq: message.seq }), message.at)[0];

/** Neutral: that it was heard, never that it was understood. */
export function acknowledgement(state: DirectorState, message: HeardMessage): string {
  const claim = claimOf(message);
  if (claim === undefined) return wordingOf(state, "noted", words.noteds);
  return wordingOf(state, "number", words.numbersNoted).replace("{quote}", cited(claim.quote));
}

/** Acknowledges and goes on: with the next question to somebody who talks, with the next step to somebody who writes. */
export function movingOn(pack: Pack, state: DirectorState, now: number, first: string): Say {
  const writesNow = state.lastEditAt > 0 && now - state.lastEditAt < 45_000;
  const inARow = saidNow(state).filter(
    (line) => line.question !== null && line.at > state.lastEditAt && line.kind === "reply",
  ).length;
  // In a live room people lead: what was asked is answered, no more.
  const isLed = state.mode !== "practice";
  const next =
    isLed || writesNow || inARow >= 4 ? undefined : candidates(pack, state, now).find((one) => one.source !== "edit");
  if (next === undefined) {
    const then = step(state, null);
    return say("reply", `${first} ${then}`, `Acknowledge neutrally and name the next step: ${then}`);
  }
  const { text, place } = wordedWith(state, next);
  const question = { item: next.item?.id ?? null, source: next.source };
  const { topic, probe } = next;
  const turned = next.isReturn ? text : `${wordingOf(state, "turn", words.turns)} ${text}`;
  const both = joined(first, turned);
  return say("reply", both.startsWith(first) ? both : joined(first, text), `Acknowledge neutrally, then ask: ${text}`, {
    question,
    topic,
    probe,
    place,
  });
}
