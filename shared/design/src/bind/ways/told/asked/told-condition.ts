import type { Step, Where } from "@proofroom/domain/design/step";
import { mapPlain, plainSteps } from "@proofroom/domain/design/steps-within";
import { asSaid, sentencesIn } from "../../../../text/sentences.ts";
import { allWords } from "../../../score.ts";
import type { Stage } from "../../stage.ts";
import type { Added } from "../statement/stated-rows.ts";
import { isNamedIn, updatesIn } from "../statement/statement.ts";
import type { Texts } from "../texts.ts";
import { durationsIn } from "../time/durations.ts";
import { isLetGo } from "../time/let-go.ts";
import { speaksOfDeed, speaksOfTime, tellsOver } from "../time/passed-by.ts";
import { spokenSpansIn } from "../time/spoken-spans.ts";
import { withoutShapes } from "../without-shapes.ts";
import { type Condition, spokenConditions } from "./only-if.ts";
import { meaningsIn, type Taken, takenWhile, withoutColumns } from "./taken-while.ts";

/**
 * "Only if the seat is FREE", "unless it is SOLD", "only if `held_until` has passed": a row is taken where the sentence that says when it is
 * taken allows it, whatever the way asks besides, unless anything else that is told looks at that. Null where code or a statement says more.
 */
export function asToldInWords(
  steps: Step[],
  { beside, code, told, handler, toldOfAll }: Texts,
  stage: Stage,
): Added | null {
  const isAsked = plainSteps(steps).some((step) => "update" in step && Array.isArray(step.where["any"]));
  if (!isAsked || code !== "" || handler !== "") return null;
  const own = [beside, told].join("\n\n");
  const deeds = allWords(stage.capability);
  const conditions = eachOnce([
    ...spokenConditions(told),
    ...spokenConditions(beside),
    ...spokenConditions(toldOfAll).filter(({ sentence }) => speaksOfDeed(sentence, deeds)),
  ]);
  if (conditions.length === 0) return null;
  const sentences = sentencesIn([withoutShapes(beside), told, toldOfAll].join("\n\n"));
  const unseen = new Set<string>();
  let said: string | undefined;
  const changed = mapPlain(steps, (step) => {
    const table = "update" in step ? stage.tables.find(({ name }) => name === step.update) : undefined;
    if (!("update" in step) || table === undefined || updatesIn(own, table).length > 0) return step;
    const taken = takenWhile(step, table, stage);
    const read = taken === null ? [] : conditions.flatMap((one) => asTold(one, taken) ?? []);
    const [only] = read;
    if (taken === null || only === undefined || read.length > 1) return step;
    const isElsewhere = sentences.some(
      (one) => !one.includes(only.asks) && only.unseen.some((what) => speaksOf(what, one, taken)),
    );
    if (isElsewhere) return step;
    said ??= only.sentence;
    for (const what of only.unseen) unseen.add(what === "over" ? taken.until : taken.state);
    const { any: _, ...rest } = step.where;
    return { ...step, where: { ...rest, ...only.where } };
  });
  return said === undefined ? null : { steps: changed, unseen: [...unseen], said: asSaid(said) };
}

/** A description of an endpoint stands beside it and is told of it. */
const eachOnce = (conditions: readonly Condition[]): Condition[] => [
  ...new Map(conditions.toReversed().map((one) => [one.asks.replace(/\s+/g, " ").trim(), one])).values(),
];

interface AsTold {
  sentence: string;
  asks: string;
  where: Where;
  /** What the way looks at and the condition does not: that a hold is `over`, that a seat is `sold`. */
  unseen: ("over" | "sold")[];
}

/** What a condition asks of the row where it is plain what; null of any other. */
function asTold({ sentence, asks, isUnless }: Condition, taken: Taken): AsTold | null {
  const { state, until, values } = taken;
  const meant = meaningsIn(withoutColumns(asks, taken), taken)?.join(" and ");
  if (meant === undefined) return null;
  if (isNamedIn(asks, until) || speaksOfTime(asks, until) || isLetGo(asks))
    return meant === "" && !isUnless
      ? { sentence, asks, where: { any: [{ [until]: null }, { [until]: { lt: "$now" } }] }, unseen: ["sold"] }
      : null;
  if (isUnless && meant === "sold")
    return { sentence, asks, where: { [state]: { in: [values.free, values.held] } }, unseen: ["over"] };
  if (isUnless && meant === "held")
    return { sentence, asks, where: { [state]: { in: [values.free, values.sold] } }, unseen: ["over", "sold"] };
  const isFree = meant === (isUnless ? "held and sold" : "free");
  return isFree ? { sentence, asks, where: { [state]: values.free }, unseen: ["over"] } : null;
}

/** Whether a sentence tells that a hold comes to its end, other than by naming what is written, or speaks of what is sold. */
function speaksOf(what: "over" | "sold", sentence: string, taken: Taken): boolean {
  const left = withoutColumns(sentence, taken);
  if (what === "sold") return meaningsIn(left, taken)?.includes("sold") !== false;
  return isLetGo(left) || tellsOver(left) || (isNamedIn(sentence, taken.until) && !isSet(sentence));
}

/** Whether a sentence gives something its end. */
const isSet = (sentence: string): boolean =>
  durationsIn(sentence).length > 0 || spokenSpansIn(sentence).length > 0 || /\bnow\b[()\s]{0,4}\+/i.test(sentence);
