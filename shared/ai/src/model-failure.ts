import type { ModelFailure } from "./model.ts";

/** One sentence for the room. Its beginning names the cause, its end says what happens now. */
export function sentenceOf(failure: ModelFailure): string {
  const { cause, instead } = sentences[failure];
  return instead === undefined ? `${cause}.` : `${cause}, so the rule-based interviewer answers instead${instead}.`;
}

/** The same where the first words were heard already: what keeps Claude from speaking at all stays, else they are all there is. */
export const sentenceAfterWords = (failure: ModelFailure): string =>
  isOfThisTurn(failure) ? `${sentences[failure].cause}, so what it said ends there.` : sentenceOf(failure);

/** The next turn may go well, and this one has nothing else to say. */
const isOfThisTurn = (failure: ModelFailure): boolean =>
  failure === "too-many-turns" || sentences[failure].instead?.startsWith(" this time") === true;

/** Failures after which the same request will fail again: an activity must not repeat it. */
export const isFinal = (failure: ModelFailure): boolean => final.has(failure);

/** Failures that say something about the service rather than about this request; the breaker counts them. */
export const isOutage = (failure: ModelFailure): boolean => outages.has(failure);

/** `instead`: for how long the rules answer instead, and what to do about it. */
const sentences: Record<ModelFailure, { cause: string; instead?: string }> = {
  off: { cause: "The interviewer is off in this room, so no model was asked" },
  "no-key": { cause: "No key for Claude is set", instead: "" },
  "wrong-key": {
    cause: "Claude refused this installation's key",
    instead: "; whoever runs it should check ANTHROPIC_API_KEY",
  },
  budget: { cause: "The budget for Claude is used up", instead: " from here on" },
  "too-many-turns": { cause: "Claude has spoken twelve times in a minute", instead: " until the minute is over" },
  breaker: { cause: "Claude failed three times in a row", instead: " for two minutes; then it is tried again" },
  "rate-limited": { cause: "Claude takes no more requests at the moment", instead: " this time" },
  overloaded: { cause: "Claude is overloaded at the moment", instead: " this time" },
  refused: { cause: "Claude declined to answer this", instead: " this time" },
  truncated: { cause: "Claude's answer broke off", instead: " this time" },
  "too-long": { cause: "The conversation is longer than Claude can read at once", instead: " this time" },
  timeout: { cause: "Claude did not answer in time", instead: " this time" },
  unreachable: {
    cause: "Claude cannot be reached",
    instead: " this time; if it lasts, check the network of the server",
  },
  rejected: { cause: "Claude did not accept the request", instead: " this time; the server's log says why" },
  aborted: { cause: "The answer was stopped" },
};

const final = new Set<ModelFailure>(["off", "no-key", "wrong-key", "budget", "refused", "too-long", "rejected"]);
const outages = new Set<ModelFailure>([
  "wrong-key",
  "rate-limited",
  "overloaded",
  "truncated",
  "timeout",
  "unreachable",
  "rejected",
]);
