import type { Expectation } from "@proofroom/domain/judge/functional-test";
import type { Exchange } from "@proofroom/domain/judge/result";
import { type Answered, isSameUrl, outputOf, redirectOf } from "./answer.ts";
import type { Served } from "./served.ts";
import { asked, plural } from "./words.ts";

export interface Missed {
  observed: string;
  deciding: Exchange;
}

/** What answers miss of what is expected of them, or null. */
export function missedBy(answers: Answered[], expected: Expectation, served: Served): Missed | null {
  for (const answer of answers) {
    const missed = missedByOne(answer, expected, served);
    if (missed !== null) return missed;
  }
  return missedTogether(answers, expected, served);
}

function missedByOne(answer: Answered, expected: Expectation, served: Served): Missed | null {
  const deciding = answer.exchange;
  if (expected.status !== undefined && !isStatus(answer.status, expected.status)) {
    return { observed: `${asked(deciding)} answered ${answer.status}.`, deciding };
  }
  if (expected.redirect !== undefined) {
    const to = redirectOf(answer);
    if (to === null) return { observed: `${asked(deciding)} answered ${answer.status}, no redirect.`, deciding };
    if (!isSameUrl(to, expected.redirect)) return { observed: `${asked(deciding)} redirects to ${to}.`, deciding };
  }
  for (const [field, value] of Object.entries(expected.out ?? {})) {
    const got = outputOf(answer, served, field);
    if (got === null) return without(field, answer);
    if (got !== value) return { observed: `${asked(deciding)} gave the ${field} "${got}".`, deciding };
  }
  return null;
}

/** Whether repetitions differ, or agree, as expected. */
function missedTogether(answers: Answered[], expected: Expectation, served: Served): Missed | null {
  const field = expected.distinct ?? expected.same;
  if (field === undefined) return null;
  const byValue = new Map<string, Answered[]>();
  for (const answer of answers) {
    const value = outputOf(answer, served, field);
    if (value === null) return without(field, answer);
    byValue.set(value, [...(byValue.get(value) ?? []), answer]);
  }
  if (byValue.size === (expected.distinct === undefined ? 1 : answers.length)) return null;
  const [often, twins] = [...byValue].toSorted((a, b) => b[1].length - a[1].length)[0] ?? ["", []];
  const deciding = twins.at(-1)?.exchange ?? answers.at(-1)?.exchange;
  if (deciding === undefined) return null;
  const example = twins.length > 1 ? `; "${often}" came ${twins.length} times` : "";
  const distinct = plural(byValue.size, `distinct ${field}`);
  return { observed: `${plural(answers.length, "answer")} carried ${distinct}${example}.`, deciding };
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
