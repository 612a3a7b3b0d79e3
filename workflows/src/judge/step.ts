import { millisOf } from "@proofroom/domain/infrastructure/duration";
import type { Unsettled } from "@proofroom/domain/infrastructure/control";
import type { Expectation, TestStep } from "@proofroom/domain/judge/functional-test";
import type { Exchange } from "@proofroom/domain/judge/result";
import { fieldType } from "@proofroom/domain/problem/field-type";
import type { Capability } from "@proofroom/domain/problem/problem";
import { abreast } from "./abreast.ts";
import { type Answered, outputOf } from "./answer.ts";
import { drawingAgain, drawnAgain, textToDraw } from "./drawn-again.ts";
import { compare, type Comparison, type Missed, without } from "./expectation.ts";
import { fill, fillAll, namesIn } from "./fill.ts";
import { keyOf } from "./key-of.ts";
import { withMadeUp } from "./made-up.ts";
import { requestOf } from "./request.ts";
import { leftBehind, rowsMissed } from "./rows.ts";
import { type Answer, inFlight, type Send } from "./send.ts";
import { type Control, type Served, tableOf } from "./served.ts";
import { asked, seen, wanted } from "./words.ts";

export interface StepContext {
  seed: string;
  /** The step's place in its test. */
  at: number;
  /** Without a key the design would refuse a request, so each has one. */
  isKeyed: boolean;
  /** What earlier steps kept, by name; a step adds to it. */
  kept: Map<string, string>;
  /** What they should have kept and found no value of, with the answer that lacked it; designs may do without it. */
  lacking: Map<string, Missed>;
  served: Served;
  send: Send;
  control: Control;
  /** Rows of the capability's table when the test began. */
  rowsBefore: number;
}

/** What one step saw. `deciding` is the exchange on which that rests. */
export interface StepOutcome {
  kind: "met" | "missed" | "silent" | "unreachable";
  threshold: string;
  observed: string;
  deciding: Exchange;
  beside?: Exchange[];
  /** By how many milliseconds the step moved the clock on before its calls. */
  clockMoved?: number;
  /** What was still to be done when rows were counted. */
  unsettled?: Unsettled[];
}

/** Makes a step's calls and compares what came with what it expects. */
export async function runStep(step: TestStep, context: StepContext): Promise<StepOutcome> {
  const { served, control, seed, kept } = context;
  const unsendable = lackingFor(step, context);
  if (unsendable !== null) return unsendable;
  const clockMoved = millisOf(step.advanceClock ?? "");
  if (clockMoved !== null) await control.advanceClock(clockMoved);
  const expected = filled(step.expect, context);
  const threshold = wanted(step, expected, served);
  const comparison = compare(expected, served, step.times ?? 1);
  const again = textToDraw(step, served, { seed, nth: 1, kept });
  const table = expected.unlike === undefined ? null : tableOf(served);
  const rows = table === null ? 0 : await control.rowCount(table);
  const work = () => callAll(step, context, comparison);
  const { result, isDrawn } = await drawingAgain(again, step, control, () => abreast(step, control, work));
  const { lost, last, won, answered, others } = result;
  const moved = clockMoved === null ? {} : { clockMoved };

  if (lost !== null) return { ...withoutAnswer(lost), threshold, ...moved };
  if (last === null) throw new Error(`The step that calls ${step.call} makes no call: mend its "times".`);

  const missed =
    comparison.missed() ??
    (await leftBehind(expected, last, { ...context, rowsBefore: rows })) ??
    withOthers(await rowsMissed(expected, last, context), others) ??
    keep(step, won ?? last, context);
  if (missed !== null) return { kind: "missed", threshold, ...missed, ...moved };
  const observed = again === undefined ? seen(answered, last) : drawnAgain(again, last, isDrawn);
  return { kind: "met", threshold, observed, deciding: last.exchange, ...moved };
}

/** Rows are what all of a step's calls left, so each of them has to do with it. */
const withOthers = <M extends Missed>(missed: M | null, others: Exchange[]): M | null =>
  missed === null || others.length === 0 ? missed : { ...missed, beside: others };

/** What came of a step's calls: the first that got no answer, the last that did, the last that succeeded, and how many answers there were. */
interface Came {
  lost: Exclude<Answer, Answered> | null;
  last: Answered | null;
  won: Answered | null;
  /** Those before the last, of a step that makes few. */
  others: Exchange[];
  answered: number;
}

/** Every repetition, at most 16 in flight; begins no more once one got no answer or their answers decide the test. */
async function callAll(
  step: TestStep,
  { seed, at, isKeyed, kept, served, send }: StepContext,
  comparison: Comparison,
): Promise<Came> {
  const { operation, capability } = served;
  const times = step.times ?? 1;
  const source = keyOf(operation) ?? { header: capability.idempotentBy ?? "Idempotency-Key" };
  const needless = needlessIn(capability);
  // What is sent again under one key is sent as it was, also what a design wants beyond what the test says.
  const isAgain = step.key !== undefined && !step.key.includes("{i}");
  const came: Came = { lost: null, last: null, won: null, others: [], answered: 0 };
  let begun = 0;
  const callUntilDone = async (): Promise<void> => {
    while (begun < times && came.lost === null && !comparison.isDecided()) {
      const filling = { seed, nth: ++begun, kept };
      const fresh = isKeyed ? `${seed} ${at} ${begun}` : undefined;
      const value = step.key === undefined ? fresh : fill(step.key, filling);
      const key = value === undefined ? {} : { key: { source, value } };
      const values = withMadeUp(fillAll(step.with ?? {}, filling), step.madeUp ?? [], operation);
      const answer = await send(
        requestOf({ operation, values, needless, known: kept, salt: `${seed}${isAgain ? 1 : filling.nth}`, ...key }),
      );
      if (answer.kind === "answered") {
        if (came.last !== null && came.others.length < inFlight) came.others.push(came.last.exchange);
        came.last = answer;
        if (answer.status < 300) came.won = answer;
        came.answered += 1;
        comparison.hear(answer);
      } else {
        came.lost ??= answer;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(inFlight, times) }, callUntilDone));
  return came;
}

/** An endpoint that asks for what an earlier answer should have carried cannot be called without it. */
function lackingFor(step: TestStep, { served: { operation }, lacking }: StepContext): StepOutcome | null {
  for (const [field, text] of Object.entries(step.with ?? {})) {
    const missed = namesIn(text).flatMap((name) => lacking.get(name) ?? [])[0];
    if (missed === undefined || operation.inputs[field] === undefined) continue;
    return {
      kind: "missed",
      threshold: `${asked(missed.deciding)} gives the ${field} that ${operation.opId} takes.`,
      ...missed,
    };
  }
  return null;
}

/** Fields that a design may do without. */
const needlessIn = ({ in: inputs }: Capability): Set<string> =>
  new Set(
    Object.entries(inputs).flatMap(([field, written]) => {
      const { isOptional, unless } = fieldType(written);
      return isOptional || unless !== null ? [field] : [];
    }),
  );

function filled({ out: wanted, unlike, ...expect }: Expectation, { seed, kept, lacking }: StepContext): Expectation {
  const filling = { seed, nth: 1, kept };
  const out = Object.entries(wanted ?? {}).filter(([, text]) => !namesIn(text).some((name) => lacking.has(name)));
  return {
    ...expect,
    ...(unlike === undefined ? {} : { unlike: fillAll(unlike, filling) }),
    ...(expect.redirect === undefined ? {} : { redirect: fill(expect.redirect, filling) }),
    ...(expect.redirectOnly === undefined ? {} : { redirectOnly: fill(expect.redirectOnly, filling) }),
    ...(out.length === 0 ? {} : { out: fillAll(Object.fromEntries(out), filling) }),
  };
}

function withoutAnswer(answer: Exclude<Answer, Answered>): Omit<StepOutcome, "threshold"> {
  const { kind, exchange: deciding } = answer;
  return kind === "silent"
    ? { kind, deciding, observed: `${asked(deciding)} was not answered within ${answer.afterMillis / 1000} s.` }
    : { kind, deciding, observed: `${asked(deciding)} could not be sent: ${answer.reason}.` };
}

function keep(step: TestStep, last: Answered, { served, kept, lacking }: StepContext): Missed | null {
  for (const [name, source] of Object.entries(step.keep ?? {})) {
    const field = source.replace(/^\$out\./, "");
    const value = outputOf(last, served, field);
    if (value !== null) kept.set(name, value);
    else if (step.drawAgain !== undefined && last.status >= 400) continue;
    else if (fieldType(served.capability.out[field] ?? "").isOptional) lacking.set(name, without(field, last));
    else return without(field, last);
  }
  return null;
}
