import type { Column, Endpoint, Table } from "@proofroom/domain/design/model";
import type { Value } from "@proofroom/domain/design/step";
import { successIn } from "../../api/success.ts";
import type { Asked } from "../asking/asked.ts";
import { fieldsOf, isRecord } from "../fields.ts";
import { isKeyName } from "../key/idempotency.ts";
import { madeCode } from "./made-code.ts";
import { isSameName } from "../names.ts";
import { isNamed, type Sense } from "../sense.ts";
import { ofTexts, remembered } from "../../text/remembered.ts";
import { allColumns, bodyOf } from "../steps/template.ts";
import { literally } from "../ways/told/statement/statement.ts";

/** A number written with more digits than ten, in the languages that designs are written in. */
const digits =
  /(?<!\p{L})(?:base|basis|bazie|baz[aąę]|bas|báz[ei]|taban|основ\p{L}{2,4}|систем\p{L}{1,2}|(?:ال|بال)?[أا]ساس|בסיס)[-\s]?(?:62|58|36|64|32)(?!\d)|(?<!\d)(?:62|58|36|64|32)\s?(?:進|进|進位|진|-?ric\p{L}{1,3}|er-?system)|\b(?:hash|sq)ids?\b/iu;
const idInDigits =
  /\bid\b[^.;\n]{0,30}\b(?:in|to|as|with|into|encoded|converted|written)\b[^.;\n]{0,12}\bbase-?\s?\d\d\b|\b(?:hash|sq)ids?\b[^.;\n]{0,40}\bid\b/i;

type About = Pick<Asked, "table" | "senses" | "written">;

/**
 * The key whose number in other digits is the code: no column keeps a code, the documents say that it is made of the id, and the key
 * is a whole number.
 */
export function encodedId(sense: Sense, { table, written = [] }: About): string | undefined {
  const [key, other] = table.columns.filter(({ name }) => table.primaryKey.includes(name));
  if (key === undefined || other !== undefined || !/^(?:bigint|integer|numeric)/.test(key.type)) return undefined;
  if (table.columns.some((column) => column !== key && isNamed(sense, column.name) && !isKeyName(column.name)))
    return undefined;
  const texts = [...written, ...table.columns.flatMap(({ comment }) => comment ?? [])];
  if (!texts.some(tellsOfDigits)) return undefined;
  const isSaid =
    texts.some((text) => idInDigits.test(text)) || isCounted(key, written) || isLookedUp(key, table, written);
  return isSaid ? key.name : undefined;
}

/** Each endpoint asks for each table. */
const tellsOfDigits = remembered((text) => digits.test(text), ofTexts);

const isCounted = (key: Column, written: readonly string[]): boolean => madeCode(key, written)?.by === "counter";

/** `SELECT url FROM links WHERE id = ?`: a statement finds a row by its number alone. */
function isLookedUp({ name }: Column, table: Table, written: readonly string[]): boolean {
  const key = `["\`]?${literally(name)}["\`]?`;
  const look = new RegExp(
    String.raw`\bfrom\s{1,9}["\`]?${literally(table.name)}["\`]?\s{1,9}(?:\w{1,20}\s{1,9})?where\s{1,9}(?:\w{1,20}\.)?${key}\s{0,3}=\s{0,3}(?:\?|\$1|:\w|@\w|%s)`,
    "i",
  );
  return written.some((text) => look.test(text));
}

/** What a field that no column keeps asks of a row: its id, read from the digits in which it is written. */
export function decodedFrom(name: string, reference: string, about: About): [string, Value] | undefined {
  if (about.table.columns.some((column) => isSameName(column.name, name))) return undefined;
  const sense = about.senses.find((one) => isNamed(one, name));
  const id = sense === undefined ? undefined : encodedId(sense, about);
  return id === undefined ? undefined : [id, { decode62: reference }];
}

/** The answer to what was made, with the id in digits in place of each field that stands for the code. */
export function withEncoded(
  { responses }: Endpoint,
  { senses, capability, ...about }: Pick<Asked, "capability"> & About,
): Record<string, unknown> | undefined {
  const [field] = Object.keys(capability?.out ?? {});
  const sense = senses.find((one) => one.field === field);
  const id = sense === undefined ? undefined : encodedId(sense, { senses, ...about });
  if (sense === undefined || id === undefined) return undefined;
  const success = successIn(responses)?.schema;
  const code = { encode62: `$row.${id}` };
  const declared = fieldsOf(success).filter(({ name }) => isNamed(sense, name));
  const own = Object.fromEntries(declared.map(({ name }) => [name, code]));
  const body = bodyOf(success, about.table, senses);
  return isRecord(success) && declared.length > 0
    ? { ...body, ...own }
    : { ...allColumns(about.table), [sense.field]: code };
}
