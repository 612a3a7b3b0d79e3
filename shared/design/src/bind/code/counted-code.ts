import type { Column, Table } from "@proofroom/domain/design/model";
import { mapPlain } from "@proofroom/domain/design/steps-within";
import type { OnConflict, Step, Value } from "@proofroom/domain/design/step";
import { denying } from "../../text/denial.ts";
import { asSaid, sentencesIn } from "../../text/sentences.ts";
import type { Asked, Conventional } from "../asking/asked.ts";
import { isTextColumn } from "../../schema/column-kind.ts";
import { nextNumberIn } from "../sql/next-number.ts";
import { literally } from "../ways/told/statement/statement.ts";
import { isDrawnUnlessSent } from "./drawn.ts";
import { madeCode } from "./made-code.ts";
import { textLengths, widthOf } from "./text-lengths.ts";

/** Numbers that are handed out once each. */
interface Numbers {
  next: Value;
  /** What has counted before the row is written. */
  before?: Step;
  /** The first one. */
  start: number;
  /** The column of the row's own that they are the numbers of, and that may be written with them. */
  own?: string | undefined;
}

/**
 * A code that is told to be a sequence's number in base62, or what a drawn cache counts up, in the place of one that is drawn by chance: `code =
 * base62(nextval('code_seq'))`. What is counted elsewhere, or is told to have other digits, is left as it is. `written` is what is told of it, `all` are the three documents.
 */
export function withCountedCode(
  found: Conventional,
  { table }: Asked,
  { written, all }: { written: readonly string[]; all: string },
): Conventional {
  if (found.steps === null) return found;
  const said: string[] = [];
  const before: Step[] = [];
  const steps = mapPlain(found.steps, (step) => {
    if (!("insert" in step) || step.insert !== table.name) return step;
    const values: Record<string, Value> = { ...step.values };
    const onConflict: Record<string, OnConflict> = { ...step.onConflict };
    for (const column of table.columns) {
      const drawn = values[column.name];
      if (drawn === undefined || !isDrawnUnlessSent(drawn)) continue;
      const counted = countedFor(column, table, written, all);
      if (counted === null) continue;
      const { next, own, before: counting } = counted.numbers;
      const number: Value = { encode62: counted.plus === 0 ? next : { add: [next, counted.plus] } };
      values[column.name] = isOneOfTwo(drawn) ? { coalesce: [drawn.coalesce[0], number] } : number;
      if (own !== undefined) values[own] ??= next;
      if (counting !== undefined) before.push(counting);
      // No two have one number, so nothing is told of another try.
      if (!isOneOfTwo(drawn) && typeof onConflict[column.name] === "object") delete onConflict[column.name];
      said.push(`it is told of ${column.name}: ${asSaid(counted.said)}`);
    }
    const { onConflict: _before, ...rest } = step;
    return { ...rest, values, ...(Object.keys(onConflict).length === 0 ? {} : { onConflict }) };
  });
  return said.length === 0
    ? found
    : { ...found, steps: [...before, ...steps], because: [...(found.because ?? []), ...said] };
}

const isOneOfTwo = (value: Value): value is { coalesce: [Value, Value] } =>
  typeof value === "object" && value !== null && "coalesce" in value;

/** Numbers that nobody hands out one by one, or that a code is not simply made of. */
const otherwise =
  /(?<!\p{L})(?:etcd|zookeeper|dynamo\p{L}*|snowflake|ticket[- ]server|blocks?|ranges?|batch(?:es)?|chunks?|lease[ds]?|in[- ]memory|xor|feistel|shuffl\p{L}*|scrambl\p{L}*|permut\p{L}*|obfuscat\p{L}*|hash\p{L}*|sqids?|salt\p{L}*|pad(?:ded|ding|s)?|reversed?|prime|modulo|mod)(?!\p{L})|base-?\s?(?:58|36|32|64)/iu;
const inBase62 = /base-?\s?62|\b62\b|(?<!\p{L})b62/iu;
const counting =
  /(?<!\p{L})(?:nextval|next value|seq|sequences?|séquence|secuencia|sequência|sequenza|sequenz|sekwencj\p{L}*|counter|compteur|contador|zähler|auto-?increment\p{L}*|incr|(?:big)?serial|identity|ids?)(?!\p{L})/iu;
const ofCodes = /(?<!\p{L})(?:codes?|slugs?|base-?\s?62|b62|nextval|sequence|counter)(?!\p{L})/iu;
const inCache =
  /(?<!\p{L})(?:incr(?:by)?(?!\p{L})|(?:redis|valkey)(?!\p{L})[^.;]{0,40}counter|counter[^.;]{0,40}(?:redis|valkey)(?!\p{L}))/iu;
/** A box of a drawing that is called so. */
const drawnCache = /[[({]{1,2}"?[^\])}\n]{0,30}(?:redis|valkey|cache)/i;
const denied = new RegExp(denying(["not", "no", "instead"], "unlike", "avoid\\w*", "alternatives?", "rejected"), "iu");

function countedFor(
  column: Column,
  table: Table,
  written: readonly string[],
  all: string,
): { numbers: Numbers; plus: number; said: string } | null {
  if (!isTextColumn(column) || madeCode(column, written)?.by !== "counter") return null;
  const sentences = [column.comment ?? "", ...written].flatMap(sentencesIn);
  const isSaid = (one: string, sign: RegExp): boolean => sign.test(one) && !denied.test(one.slice(0, one.search(sign)));
  const said = sentences.find((one) => counting.test(one) && isSaid(one, inBase62));
  const isOtherwise = sentences.some((one) => otherwise.test(one) && counting.test(one) && ofCodes.test(one));
  if (said === undefined || isOtherwise) return null;
  const plus = offsetIn([said, column.comment ?? ""]);
  const isCached = sentences.some((one) => isSaid(one, inCache));
  const numbers = isCached ? cachedNumbers(table, column, all) : numbersOf(table, said, all);
  return numbers !== null && fits(column, numbers.start + plus) ? { numbers, plus, said } : null;
}

const cachedNumbers = ({ name }: Table, column: Column, all: string): Numbers | null =>
  drawnCache.test(all) ? { next: "$count", before: { "cache.increment": `${name}:${column.name}` }, start: 1 } : null;

/** `base62(id + 62^5)`, `base62(id + 1_000_000)`. */
function offsetIn(texts: readonly string[]): number {
  const [, base = "0", power = ""] = texts.map((text) => added.exec(text)).find((one) => one !== null) ?? [];
  const number = Number(base.replaceAll(/[_ ,.]/g, ""));
  return power === "" ? number : number ** Number(power);
}

const added =
  /base-?\s?62\s?\([^()]{1,40}(?:\([^()]{0,40}\))?\s?\+\s?(\d{1,3}(?:[_ ,.]?\d{3}){0,4}|\d{1,13})(?:\s?(?:\^|\*\*)\s?(\d))?/i;

/** The sequence that is meant: the one that the row's own key is numbered by, else the only one that the schema makes. */
function numbersOf(table: Table, said: string, all: string): Numbers | null {
  const made = [...all.matchAll(create)].map(({ 1: name = "", 2: options = "" }) => ({
    sequence: name,
    start: Number(/\bstart\s{1,9}(?:with\s{1,9})?(\d{1,18})/i.exec(options)?.[1] ?? 1),
  }));
  const key = table.columns.find(({ name }) => table.primaryKey.length === 1 && table.primaryKey[0] === name);
  const isSerial = key?.default === "nextval(…)";
  const own = isSerial ? `${table.name}_${key.name}_seq` : nextNumberIn(key?.default ?? "")?.nextval;
  const others = made.filter(({ sequence }) => sequence !== own);
  const isOther = others.some(({ sequence }) => new RegExp(`(?<!\\w)${literally(sequence)}(?!\\w)`, "i").test(said));
  const [only, more] = others;
  if (own !== undefined && !isOther)
    return { next: { nextval: own }, start: made.find(({ sequence }) => sequence === own)?.start ?? 1, own: key?.name };
  return only === undefined || more !== undefined ? null : { next: { nextval: only.sequence }, start: only.start };
}

const create = /\bcreate\s{1,9}sequence\s{1,9}(?:if\s{1,9}not\s{1,9}exists\s{1,9})?"?([\w.]{1,100})"?([^;]{0,200})/gi;

/** Whether the first numbers are as long as the column wants its texts, and the next million no longer than it takes. */
function fits(column: Column, first: number): boolean {
  const { least, most } = textLengths(column);
  const filled = /^char\b/.test(column.type) ? widthOf(column.type) : 0;
  return digitsOf(first) >= Math.max(least, filled) && digitsOf(first + 1_000_000) <= most;
}

const digitsOf = (number: number): number => (number < 1 ? 1 : Math.floor(Math.log(number) / Math.log(62) + 1e-9) + 1);
