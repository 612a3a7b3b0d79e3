import type { Expectation, TestStep } from "@proofroom/domain/judge/functional-test";
import type { Exchange } from "@proofroom/domain/judge/result";
import { type Answered, redirectOf } from "./answer.ts";
import type { Served } from "./served.ts";

export const asked = ({ request }: Exchange): string => `${request.method} ${request.path}`;

export const plural = (n: number, thing: string): string => `${n.toLocaleString("en")} ${thing}${n === 1 ? "" : "s"}`;

/** What answers that are as expected looked like. */
export function seen(answered: number, last: Answered): string {
  const to = redirectOf(last);
  const answer = `${asked(last.exchange)} answered ${last.status}${to === null ? "" : ` to ${to}`}`;
  return answered === 1 ? `${answer}.` : `${plural(answered, "answer")} as expected; the last: ${answer}.`;
}

/** What a step expects, as a sentence. */
export function wanted(step: TestStep, expected: Expectation, { operation }: Served): string {
  const parts = [
    expected.status === undefined ? [] : [`answers ${expected.status}`],
    expected.redirect === undefined ? [] : [`redirects to ${expected.redirect}`],
    expected.redirectOnly === undefined ? [] : [`redirects nowhere but to ${expected.redirectOnly}`],
    Object.entries(expected.out ?? {}).map(([field, value]) => `gives the ${field} "${value}"`),
    expected.distinct === undefined ? [] : [`gives ${plural(step.times ?? 1, `distinct ${expected.distinct}`)}`],
    Object.entries(expected.unlike ?? {}).map(
      ([field, value]) => `gives another ${field} than "${value}", or refuses, when that is drawn again`,
    ),
    expected.same === undefined ? [] : [`gives the same ${expected.same} each time`],
    expected.rows === undefined ? [] : [`leaves ${plural(expected.rows, "new row")}`],
    expected.rowsAtMost === undefined ? [] : [`leaves at most ${plural(expected.rowsAtMost, "new row")}`],
    expected.winners === undefined ? [] : [`answers 2xx ${often(expected.winners)} of ${step.times ?? 1} and 4xx else`],
  ].flat();
  return `${operation.method} ${operation.path} ${parts.length === 0 ? "is answered" : parts.join(", ")}.`;
}

const often = (winners: number | "some"): string =>
  winners === "some" ? "to one or more" : winners === 1 ? "once" : `${winners} times`;
