import type { Value } from "@proofroom/domain/design/step";
import { asDuration } from "../ways/told/durations.ts";
import type { Standing } from "./condition.ts";
import { millisOfInterval, millisPer } from "./intervals.ts";
import type { Reading } from "./reading.ts";

/** One side of a comparison, or what a column is set to. */
export type Operand =
  | { column: string }
  | { parameter: string }
  | { value: Value }
  /** A time that is told from now. */
  | { millis: number };

/** `now()`, `$1`, `'held'`, `null`, `now() + interval '2 minutes'`, `held_until - interval '1 hour'` is none; null where it is not understood. */
export function operandIn(reading: Reading): Operand | null {
  const first = termIn(reading);
  if (first === null) return null;
  const sign = reading.sign("+") ? 1 : reading.sign("-") ? -1 : 0;
  if (sign === 0) return first;
  const second = termIn(reading);
  const [time, span] = isNow(first) ? [first, second] : [second, first];
  if (span === null || !("millis" in span) || !isNow(time) || (sign < 0 && span === first)) return null;
  return { value: sign > 0 ? { add: ["$now", asDuration(span.millis)] } : { sub: ["$now", asDuration(span.millis)] } };
}

/** The value of an operand beside a column; undefined where it has none that is known. */
export function valueOf(operand: Operand, column: string, standing: Standing): Value | undefined {
  if ("value" in operand) return operand.value;
  if ("parameter" in operand) return standing(operand.parameter, column);
  return "column" in operand ? standing(operand.column, column) : undefined;
}

const isNow = (one: Operand | null): boolean => one !== null && "value" in one && one.value === "$now";

function termIn(reading: Reading): Operand | null {
  const factor = factorIn(reading);
  if (factor === null || !reading.sign("*")) return factor;
  const other = factorIn(reading);
  const [span, times] = "millis" in factor ? [factor, other] : [other, factor];
  if (span === null || !("millis" in span) || times === null || !("value" in times)) return null;
  return typeof times.value === "number" ? { millis: span.millis * times.value } : null;
}

function factorIn(reading: Reading): Operand | null {
  if (reading.sign("(")) {
    const inside = operandIn(reading);
    return reading.sign(")") ? inside : null;
  }
  const token = reading.next();
  if (token === undefined) return null;
  if (token.kind === "text" || token.kind === "number") return { value: token.value };
  if (token.kind === "parameter") return { parameter: token.name };
  return token.kind === "word" ? called(token.value, reading) : null;
}

const times = new Set(
  "now current_timestamp clock_timestamp statement_timestamp transaction_timestamp localtimestamp sysdate getdate utc_timestamp sysutcdatetime".split(
    " ",
  ),
);
const newIds = new Set("gen_random_uuid uuid_generate_v4 uuid_generate_v1 uuidv4 uuidv7 uuid newid".split(" "));

function called(word: string, reading: Reading): Operand | null {
  if (word === "interval") return intervalIn(reading);
  if (word === "make_interval") return madeInterval(reading);
  const isCall = reading.sign("(");
  if (isCall && !reading.sign(")")) return null;
  if (times.has(word)) return { value: "$now" };
  if (isCall) return newIds.has(word) ? { value: { uuid: true } } : null;
  if (word === "null") return { value: null };
  if (word === "true" || word === "false") return { value: word === "true" };
  return { column: word };
}

/** `interval '2 hours'`, `INTERVAL 2 HOUR`, `interval '2' hour`. */
function intervalIn(reading: Reading): Operand | null {
  const token = reading.next();
  if (token?.kind !== "text" && token?.kind !== "number") return null;
  const alone = token.kind === "text" ? millisOfInterval(token.value) : null;
  if (alone !== null) return { millis: alone };
  const unit = reading.next();
  const per = unit?.kind === "word" ? millisPer(unit.value) : null;
  return per === null || Number.isNaN(Number(token.value)) ? null : { millis: Number(token.value) * per };
}

/** `make_interval(hours => 2, mins => 30)`. */
function madeInterval(reading: Reading): Operand | null {
  if (!reading.sign("(")) return null;
  let millis = 0;
  do {
    const [unit, is, count] = [reading.next(), reading.sign("=>"), reading.next()];
    const per = unit?.kind === "word" ? millisPer(unit.value) : null;
    if (per === null || !is || count?.kind !== "number") return null;
    millis += count.value * per;
  } while (reading.sign(","));
  return reading.sign(")") ? { millis } : null;
}
