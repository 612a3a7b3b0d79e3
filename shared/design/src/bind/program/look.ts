import { isLeast } from "@proofroom/domain/design/least";
import type { Step, Where } from "@proofroom/domain/design/step";
import { whenEnded } from "@proofroom/domain/design/refusal-status";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { isRecord } from "../fields.ts";
import { answeredAgain } from "../ways/rows/answered-again.ts";
import { askedInCase, ownerIn } from "./case-condition.ts";
import type { Line } from "./lines.ts";
import { isBare, isSuccess } from "./outcomes.ts";
import { type Made, refusing, when } from "./parts.ts";
import type { Statement } from "./statement.ts";
import { answerOfRead } from "./unread-rows.ts";

/** What is answered, or goes on, by what a look has found; `isLast` where nothing is done behind it. */
export function looked(
  { outcomes, otherwise }: Line,
  { table, where, isLocked }: Extract<Statement, { verb: "select" }>,
  { own, answer, stage, read }: Made,
  isLast: boolean,
): Step[] | null {
  if (otherwise.length > 0) return null;
  const get = { get: table.name, by: where, ...(isLocked ? { lock: true as const } : {}) };
  const asked = outcomes.map((one) => ({ ...one, asks: askedInCase(one, table, stage) }));
  // What is refused because of how a row is was found.
  const isFound = ({ of, isSaid, asks }: (typeof asked)[number]): boolean =>
    of === "found" || (!isSaid && typeof asks !== "string");
  const cases = asked.filter(isFound);
  // A condition in words that nobody reads is none that can be left out.
  const isChanged = plainSteps(own).some((step) => "update" in step && step.update === table.name);
  if (cases.some(({ asks, isSaid, text }) => asks === "nothing" && !isSaid && (isChanged || !isBare(text))))
    return null;
  const known = answerOfRead(answer, [...read, table.name], stage.tables);
  const again = answeredAgain(known, stage.endpoint);
  // Who asks for what others ask for as well is answered again only with what is their own.
  const isShared = (stage.capability.ways?.again ?? []).length === 0;
  const isOwnAnswered = cases.some(({ status, asks }) => isSuccess(status) && (asks === "whose" || isShared));
  const answers = cases.flatMap(({ status, asks }): Step[] => {
    const then = isSuccess(status) ? again : refusing(status);
    const isWhose = asks === "whose" || (isSuccess(status) && isShared);
    if (!isWhose) return [typeof asks === "string" ? then : whereSo(asks, then)];
    if (!isSuccess(status)) return isOwnAnswered ? [then] : [];
    const owner = ownerIn(table, stage);
    // Of a row that is nobody's nobody is answered what somebody else did.
    if (owner === null) return isShared ? [] : [then];
    const own = isOwnAsked(owner, where) ? then : when(owner, [then]);
    return [typeof asks === "string" ? own : whereSo(asks, own)];
  });
  const branches = answers.length === 0 ? [] : [when({ found: true }, answers)];
  const [none, ...others] = new Set(asked.filter((one) => !isFound(one)).map(({ status }) => status));
  if (none !== undefined && isSuccess(none)) return null;
  const isAnswered = cases.some(({ status }) => isSuccess(status));
  // Where there may be none yet, what follows is done.
  const refused = none === undefined || others.length > 0 || (isAnswered && !isLast) ? undefined : none;
  if (branches.length === 0 && refused === undefined) return isLocked ? [get] : null;
  if (isLast) return [get, ...branches, refusing(refused ?? whenEnded(stage.endpoint))];
  return [{ ...get, ...(refused === undefined ? {} : { else: refused }) }, ...branches];
}

/** What is done of a row that is as it is asked to be; of a time that has to be there nothing is done where there is none. */
function whereSo(asks: Where, then: Step): Step {
  const [filled] = Object.entries(asks).flatMap(([column, value]) => (isFilled(value) ? [column] : []));
  // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
  return filled === undefined ? when(asks, [then]) : { if: { [filled]: null }, then: [], else: [then] };
}

const isFilled = (value: Where[string]): boolean => isRecord(value) && "gte" in value && isLeast(value.gte);

const isOwnAsked = (owner: Where, where: Where): boolean =>
  Object.keys(owner).every((column) => Object.hasOwn(where, column));
