/** Why there are no marks, by the kind of failure, and what to do: the beginning of `notJudged`. */
const causes: Record<string, string> = {
  "wrong-key": "Claude refused this installation's key: check ANTHROPIC_API_KEY, then retry",
  budget: "the budget for Claude is used up: read the facts as they are, or retry tomorrow",
  off: "the interviewer is off in this room",
  breaker: "Claude failed too often just now: retry in a few minutes",
  "rate-limited": "Claude takes no more requests at the moment: retry in a few minutes",
  overloaded: "Claude is overloaded at the moment: retry in a few minutes",
  refused: "Claude declined to answer: retry, or read the facts as they are",
  truncated: "Claude's answer broke off: retry",
  "too-long": "this room is longer than Claude can read at once: read the facts as they are",
  timeout: "Claude did not answer in time: retry",
  unreachable: "Claude cannot be reached: check the network of the server, then retry",
  rejected: "Claude did not accept the request: whoever runs the installation finds why in its log; then retry",
};

/** The sentence on a report that is ready without the marks that it should have had. */
export const notJudged = (failure: string): string =>
  `Not judged: ${causes[failure] ?? "something unforeseen happened: retry"}. The facts below are complete.`;
