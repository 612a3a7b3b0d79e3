import type { ModelFailure } from "./model.ts";

/** One sentence for the room. Its beginning names the cause, its end says what happens now. */
export const sentenceOf = (failure: ModelFailure): string => sentences[failure];

/** The same where the first words were heard already: nobody answers instead, they are all there is. */
export const sentenceAfterWords = (failure: ModelFailure): string =>
  isFinal(failure) || failure === "breaker"
    ? sentenceOf(failure)
    : sentenceOf(failure).replace(
        /, so the rule-based interviewer answers instead.*$/,
        ", so what it said ends there.",
      );

/** Failures after which the same request will fail again: an activity must not repeat it. */
export const isFinal = (failure: ModelFailure): boolean => final.has(failure);

/** Failures that say something about the service rather than about this request; the breaker counts them. */
export const isOutage = (failure: ModelFailure): boolean => outages.has(failure);

const instead = "the rule-based interviewer answers instead";

const sentences: Record<ModelFailure, string> = {
  off: "The interviewer is off in this room, so no model was asked.",
  "no-key": `No key for Claude is set, so ${instead}.`,
  "wrong-key": `Claude refused this installation's key, so ${instead}; whoever runs it should check ANTHROPIC_API_KEY.`,
  budget: `The budget for Claude is used up, so ${instead} from here on.`,
  "too-many-turns": `Claude has spoken twelve times in a minute, so ${instead} until the minute is over.`,
  breaker: `Claude failed three times in a row, so ${instead} for two minutes; then it is tried again.`,
  "rate-limited": `Claude takes no more requests at the moment, so ${instead} this time.`,
  overloaded: `Claude is overloaded at the moment, so ${instead} this time.`,
  refused: `Claude declined to answer this, so ${instead} this time.`,
  truncated: `Claude's answer broke off, so ${instead} this time.`,
  "too-long": `The conversation is longer than Claude can read at once, so ${instead} this time.`,
  timeout: `Claude did not answer in time, so ${instead} this time.`,
  unreachable: `Claude cannot be reached, so ${instead} this time; if it lasts, check the network of the server.`,
  rejected: `Claude did not accept the request, so ${instead} this time; the server's log says why.`,
  aborted: "The answer was stopped.",
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
