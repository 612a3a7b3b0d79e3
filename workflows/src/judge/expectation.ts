import type { Expectation } from "@proofroom/domain/judge/functional-test";
import type { Exchange } from "@proofroom/domain/judge/result";
import { type Answered, isSameUrl, outputOf, redirectOf } from "./answer.ts";
import type { Served } from "./served.ts";
import { asked, plural } from "./words.ts";

export interface Missed {
  observed: string;
  deciding: Exchange;
  /** What was sent beside it and shows it together with it. */
  beside?: Exchange[];
}

/** Compares the answers to one step's calls with what is expected of them, as they come. */
export interface Comparison {
  hear(answer: Answered): void;
  /** True from the first answer after which no other could mend it. */
  isDecided(): boolean;
  /** What the answers so far miss, or null. */
  missed(): Missed | null;
}

/** How often a value came, and with what answer first and last. */
interface Came {
  came: number;
  first: Exchange;
  last: Exchange;
}

/** `times`: how many calls the step is to make; it makes fewer when the first of them decide it. */
export function compare(expected: Expectation, served: Served, times: number): Comparison {
  const field = expected.distinct ?? expected.same;
  const byValue = new Map<string, Came>();
  let heard = 0;
  let last: Exchange | null = null;
  let wrong: Missed | null = null;
  let isWrongTogether = false;
  const won: Exchange[] = [];

  const hearValue = (answer: Answered, of: string): void => {
    const value = outputOf(answer, served, of);
    if (value === null) {
      wrong ??= without(of, answer);
      return;
    }
    const known = byValue.get(value);
    const came = (known?.came ?? 0) + 1;
    byValue.set(value, { came, first: known?.first ?? answer.exchange, last: answer.exchange });
    isWrongTogether ||= expected.distinct === undefined ? byValue.size > 1 : came > 1;
  };

  return {
    hear(answer) {
      heard += 1;
      wrong ??= missedByOne(answer, expected, served);
      if (expected.winners !== undefined) {
        if (isStatus(answer.status, "2xx")) won.push(answer.exchange);
        else if (!isStatus(answer.status, "4xx")) wrong ??= neither(answer);
        last = answer.exchange;
      }
      if (field !== undefined) hearValue(answer, field);
    },
    isDecided: () => wrong !== null || isWrongTogether,
    missed() {
      const among = heard < times ? `the first ${heard.toLocaleString("en")} of ${plural(times, "call")}` : null;
      if (wrong !== null) {
        return among === null ? wrong : { ...wrong, observed: `${wrong.observed} That was within ${among}.` };
      }
      const count = missedByCount(won, heard, last, expected);
      if (count !== null) return count;
      if (field === undefined || !isWrongTogether) return null;
      return missedTogether(byValue, field, among === null ? plural(heard, "answer") : `Within ${among} the answers`);
    },
  };
}

/** Too many or too few of those who asked for one thing got it. */
function missedByCount(won: Exchange[], heard: number, last: Exchange | null, { winners }: Expectation): Missed | null {
  const deciding = won.at(-1) ?? last;
  if (winners === undefined || deciding === null || isEnough(won.length, winners)) return null;
  const of = plural(heard, "answer");
  const share = won.length === 0 ? "None of" : `${won.length} of`;
  const observed = `${share} ${of} to ${asked(deciding)} ${won.length > 1 ? "were" : "was"} 2xx; ${winners === "some" ? "at least one" : winners} should have been.`;
  return { observed, deciding, beside: won.slice(0, -1) };
}

const isEnough = (won: number, winners: number | "some"): boolean => (winners === "some" ? won > 0 : won === winners);

const neither = ({ exchange, status }: Answered): Missed => ({
  observed: `${asked(exchange)} answered ${status}, which neither gives nor refuses.`,
  deciding: exchange,
});

/** Repetitions that differ where they should agree, or agree where they should differ. */
function missedTogether(byValue: ReadonlyMap<string, Came>, field: string, whole: string): Missed | null {
  const [often] = [...byValue].toSorted(([, a], [, b]) => b.came - a.came);
  if (often === undefined) return null;
  const [value, { came, first, last: deciding }] = often;
  const example = came > 1 ? `; "${value}" came ${came} times` : "";
  return {
    observed: `${whole} carried ${plural(byValue.size, `distinct ${field}`)}${example}.`,
    deciding,
    beside: came > 1 ? [first] : [],
  };
}

function missedByOne(answer: Answered, expected: Expectation, served: Served): Missed | null {
  const deciding = answer.exchange;
  if (expected.status !== undefined && !isStatus(answer.status, expected.status)) {
    return { observed: `${asked(deciding)} answered ${answer.status}; ${expected.status} was expected.`, deciding };
  }
  if (expected.redirect !== undefined) {
    const to = redirectOf(answer);
    if (to === null) return { observed: `${asked(deciding)} answered ${answer.status}, no redirect.`, deciding };
    if (!isSameUrl(to, expected.redirect)) return { observed: `${asked(deciding)} redirects to ${to}.`, deciding };
  }
  if (expected.redirectOnly !== undefined) {
    const to = redirectOf(answer);
    if (to !== null && !isSameUrl(to, expected.redirectOnly))
      return { observed: `${asked(deciding)} redirects to ${to}, which is behind another code.`, deciding };
  }
  for (const [field, value] of Object.entries(expected.out ?? {})) {
    const got = outputOf(answer, served, field);
    if (got === null) return without(field, answer);
    if (got !== value) return { observed: `${asked(deciding)} gave the ${field} "${got}".`, deciding };
  }
  for (const [field, value] of Object.entries(expected.unlike ?? {})) {
    if (!isStatus(answer.status, "2xx") || outputOf(answer, served, field) !== value) continue;
    return { observed: `${asked(deciding)} gave the ${field} "${value}", which it had given before.`, deciding };
  }
  return null;
}

export function without(field: string, { exchange, status }: Answered): Missed {
  return {
    observed: `${asked(exchange)} answered ${status} without a ${field} that could be found.`,
    deciding: exchange,
  };
}

function isStatus(status: number, expected: string | number): boolean {
  return typeof expected === "number" ? status === expected : String(status).startsWith(expected.slice(0, 1));
}
