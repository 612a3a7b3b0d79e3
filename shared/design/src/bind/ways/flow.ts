import { Condition, type Idempotency, type Step } from "@proofroom/domain/design/step";
import { Need, type Way } from "@proofroom/domain/problem/way";
import { isRecord } from "../fields.ts";
import type { Assumed } from "../convention/made-up.ts";
import { answerOf } from "./rows/answer-of.ts";
import { answeredAgain } from "./rows/answered-again.ts";
import { keepKey } from "./rows/keep-key.ts";
import { keyOf } from "./rows/key-of.ts";
import { lastRow, ofLast } from "./rows/last-row.ts";
import { forEachSent, ofEach } from "./rows/loops.ts";
import { meetChecks } from "./rows/meet-checks.ts";
import { type Making, rowSteps } from "./rows/row-steps.ts";
import { shows, type Shown } from "./needs.ts";
import type { Stage } from "./stage.ts";

export interface Flow {
  steps: Step[];
  /** Those of them that look first whether it has been done already. */
  again: Step[];
  idempotency?: Idempotency | undefined;
  gaps: string[];
  /** What is filled although nobody has said it. */
  assumed: Assumed[];
  /** Where the repeated send's key is kept, if its name does not say. */
  because: string[];
}

/** The steps of a way in the names of this design; null where a row that it speaks of is named by nothing. */
export function flowOf({ steps: templates, answers }: Way, stage: Stage, shown: Shown): Flow | null {
  const making: Making = { stage, shown, written: [], gaps: [], assumed: [], made: [] };
  const touched: string[] = [];
  const steps = stepsFor(templates, touched, making);
  if (steps === null || (touched.length === 0 && making.written.length === 0)) return null;
  const whole: Stage = { ...stage, cast: new Map([...stage.cast, ...making.made]) };
  const known = [...making.made.map(([name]) => name), ...touched];
  const answerFrom = (table: string | undefined) => answerOf(known, table, answers, whole);
  const kept = keepKey(steps, making.written, stage, (table) => answerFrom(table).return.body);
  const { idempotency, because = [] } = kept ?? {};
  const answer = answerFrom(idempotency?.column.split(".")[0]);
  // A key that is kept tells a repeated request by itself.
  const before = shown.isKeyed && idempotency !== undefined ? [] : againFor(answers, making);
  const met = meetChecks(steps, idempotency, stage);
  const taken = [...before, ...forEachSent(met.steps, stage)];
  const [only] = taken;
  const isOne = taken.length === 1 && only !== undefined && !("forEach" in only);
  const all: Step[] = isOne ? [only] : [{ transaction: taken }];
  const gaps = making.gaps.filter((column) => column !== idempotency?.column);
  // That a key is there does not say of what it is, so a row that nothing else fills cannot be added.
  if (gaps.length > 0 && templates.some(isOfCache)) return null;
  const told = before.length === 0 ? [] : [`of a repeated request it is told: ${shown.repeatedBy}`];
  const assumed = [...making.assumed, ...met.assumed];
  return {
    steps: [...all, answer],
    again: before,
    idempotency,
    gaps,
    assumed,
    because: [...because, ...told, ...assumed.map(({ clause }) => clause)],
  };
}

const isOfCache = (template: Record<string, unknown>): boolean =>
  Object.keys(template).some((word) => word.startsWith("cache."));

/** What is looked for before anything is done, and answered where it is there: what a repeated request finds. */
function againFor(answers: Way["answers"], { stage, shown }: Making): Step[] {
  if (shown.repeatedBy === null) return [];
  for (const { needs, steps: templates } of stage.capability.ways?.again ?? []) {
    if (needs.some((need) => shows(need, shown) === null)) continue;
    const touched: string[] = [];
    const looked = stepsFor(templates, touched, { stage, shown, written: [], gaps: [], assumed: [], made: [] });
    if (looked === null || looked.length === 0) continue;
    const answer = answeredAgain(answerOf(touched, undefined, answers, stage), stage.endpoint);
    // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
    return [...looked, { if: { found: true }, then: [answer] }];
  }
  return [];
}

/** `touched` are the roles whose rows are known by then; those of these steps are added. */
function stepsFor(templates: Record<string, unknown>[], touched: string[], making: Making): Step[] | null {
  const steps: Step[] = [];
  const played = templates.filter((template) => isPlayed(template, making.shown));
  let found = touched;
  for (const [n, template] of played.entries()) {
    const isAsked = "if" in (played[n + 1] ?? {});
    // Of a row that there may not be nothing is taken over, save where it was found.
    const known = isAsked ? [...touched] : touched;
    const made = "if" in template ? branchFor(template, found, making) : stepsOf(template, known, making);
    found = known;
    if (made === null) return null;
    steps.push(...made);
  }
  return steps;
}

function stepsOf(template: Record<string, unknown>, touched: string[], making: Making): Step[] | null {
  if ("each" in template) return eachFor(template, touched, making);
  if (!("last" in template)) return rowSteps(template, touched, making);
  const role = typeof template["last"] === "string" ? template["last"] : "";
  const last = lastRow(role, keyOf(role, touched, making.stage), touched, making.stage);
  return last === null ? null : [last];
}

/** What is done with each row of a role that is there: of the holds that a seat was in, whichever still lasts. */
function eachFor(template: Record<string, unknown>, touched: string[], making: Making): Step[] | null {
  const role = typeof template["each"] === "string" ? template["each"] : "";
  const table = making.stage.cast.get(role)?.table.name;
  const where = table === undefined ? null : keyOf(role, touched, making.stage);
  if (table === undefined || where === null) return null;
  const steps = stepsFor(templatesIn(template["do"]), [...touched, role], making);
  return steps === null ? null : ofEach(table, where, steps);
}

/** What a branch reads is known inside of it only. */
function branchFor(template: Record<string, unknown>, touched: string[], making: Making): Step[] | null {
  const then = stepsFor(templatesIn(template["then"]), [...touched], making);
  const otherwise = stepsFor(templatesIn(template["else"]), [...touched], making);
  const asked = Condition.safeParse(ofLast(template["if"], making.stage) ?? template["if"]);
  if (then === null || otherwise === null || then.length === 0 || !asked.success) return then;
  // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
  return [{ if: asked.data, then, ...(otherwise.length === 0 ? {} : { else: otherwise }) }];
}

const templatesIn = (list: unknown): Record<string, unknown>[] => (Array.isArray(list) ? list.filter(isRecord) : []);

/** `when` and `unless` list what has to be there, or must not, for a step to be taken. */
function isPlayed({ when, unless }: Record<string, unknown>, shown: Shown): boolean {
  const listed = (list: unknown): Need[] =>
    (Array.isArray(list) ? list : []).flatMap((one) => Need.safeParse(one).data ?? []);
  return (
    listed(when).every((need) => shows(need, shown) !== null) &&
    listed(unless).every((need) => shows(need, shown) === null)
  );
}
