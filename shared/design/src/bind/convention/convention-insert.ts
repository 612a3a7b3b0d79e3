import type { Column, Table } from "@proofroom/domain/design/model";
import { isMoment } from "@proofroom/domain/design/moment";
import { keyReference } from "@proofroom/domain/design/key-words";
import type { Idempotency, OnConflict, Step, Value } from "@proofroom/domain/design/step";
import { holdsKey, isTextColumn } from "../../schema/column-kind.ts";
import { callerFor, isOwner, ownerTold } from "../owner/caller.ts";
import { columnOf, fillsItself, isUnique, keptIn, mustBeFilled } from "../column-of.ts";
import type { Asked, Conventional } from "../asking/asked.ts";
import { isDrawn } from "../code/drawn.ts";
import { withEncoded } from "../code/encoded-id.ts";
import { isGroup } from "../fields.ts";
import { isKeyName, isUnguarded, keyColumn, keySource, keyPlace, ownersBeside } from "../key/idempotency.ts";
import { keyOf } from "./key-of.ts";
import { overwrittenIn } from "../documents/overwritten.ts";
import { isSame } from "../documents/upserts/called-upserts.ts";
import { ownKey } from "../key/own-key.ts";
import { isOwnNumber } from "./own-number.ts";
import { plain, stems } from "../names.ts";
import { nameWithin } from "./nested-name.ts";
import { hashedCode } from "../code/hashed-code.ts";
import { referringColumn } from "./referring-column.ts";
import { randomText } from "../code/random-text.ts";
import { withHash } from "../key/request-hash.ts";
import { answerOfRow } from "../steps/said-row.ts";
import { type Sent, sentIn } from "./sent-in.ts";
import { isNamed, senseOf, written } from "../sense.ts";
import { urlCopies } from "../address/url-copies.ts";

/** One row out of what is sent; what nobody sends and no default fills is made up where its name says how. */
export function insertSteps(asked: Asked): Conventional {
  const { endpoint, table, capability, senses } = asked;
  const { where, unknown } = keyOf(asked);
  if (unknown.length > 0) return { steps: null, why: `no column of ${table.name} is what {${unknown[0]}} names` };
  const values: Record<string, Value> = {};
  const optional = new Map<string, Sent>();
  const source = keySource(endpoint, capability?.idempotentBy, table);
  for (const [column, value] of Object.entries(where)) if (typeof value === "string") values[column] = value;
  for (const field of sentIn(endpoint)) {
    const { name, reference } = field;
    // A key is no code of one's own choice, though both may be called a token.
    if (source !== undefined && keyReference(source) === reference && keptIn(name, table, senses)?.by === "alias")
      continue;
    const column = columnOf(name, table, senses) ?? columnIn(table, referringColumn(name, table));
    if (column === undefined || (isGroup(field) && !column.type.startsWith("json"))) continue;
    if (column.generated || Object.hasOwn(values, column.name)) continue;
    values[column.name] = reference;
    if (!isCertain(field, asked)) optional.set(column.name, field);
  }
  Object.assign(values, urlCopies(asked, values));
  // Beside a key it is the caller whose key it is, whether or not there has to be one.
  const keyed = source === undefined ? undefined : keyColumn(table);
  const owning = keyed === undefined ? [] : (ownersBeside(table, keyed) ?? []);
  for (const column of table.columns) {
    if (column.generated || !isOwner(column, table)) continue;
    const told = mustBeFilled(column) ? undefined : ownerTold(column, endpoint);
    const isTold = mustBeFilled(column) || owning.includes(column.name);
    const owner = told ?? (isTold ? callerFor(column, endpoint) : undefined);
    if (owner !== undefined) values[column.name] ??= owner;
  }
  const sent = new Set(Object.keys(values));
  const isFilled = (column: Column): boolean =>
    sent.has(column.name) ||
    senses.some((sense) => written(table.columns, ({ name }) => name, sense) === column) ||
    generated(column, asked) !== undefined;
  const kept = source === undefined ? undefined : keyPlace(source, table, { isFilled, values });
  const hashed = kept && withHash(kept.idempotency, table, endpoint, ({ name }) => sent.has(name));
  const own = source === undefined ? ownKeyIn(asked, values) : undefined;
  const idempotency = hashed?.idempotency ?? own;
  const onConflict: Record<string, OnConflict> = {};
  // What is put twice is there once: a key that the database makes of what is sent finds the row that is there.
  if (endpoint.method === "PUT") {
    for (const column of table.columns) if (isDerived(column, table)) onConflict[column.name] = "return-existing";
  }
  const about = Object.keys(capability?.in ?? {}).flatMap((field) => columnOf(field, table, senses)?.name ?? []);
  const gaps: string[] = [];
  const unsure: { column: string; field: string }[] = [];
  for (const column of table.columns) {
    const field = optional.get(column.name);
    if ((sent.has(column.name) && field === undefined) || fillsItself(column)) continue;
    if (idempotency?.column === `${table.name}.${column.name}` || idempotency?.hash === column.name) continue;
    const drawn = generated(column, asked);
    const hashed = drawn === undefined || field !== undefined ? null : hashedCode(drawn, column, values, asked);
    const made = hashed?.value ?? drawn;
    if (hashed?.isAnswer === true) onConflict[column.name] = "return-existing";
    if (made !== undefined) {
      values[column.name] = field === undefined ? made : { coalesce: [field.reference, made] };
      const isMadeAnew = isDrawn(made) && isUnique(table, column.name);
      if (isMadeAnew || hashed?.isAnswer === true) {
        const { upserts = [], doing = "" } = asked;
        const taken = overwrittenIn(column.name, table, values, asked.written ?? [], { about, upserts, doing });
        if (taken.length > 0) onConflict[column.name] = { overwrite: taken };
        else if (upserts.some(({ by, sets }) => sets.length === 0 && by !== null && isSame(by, column.name)))
          onConflict[column.name] = "return-existing";
        else if (isMadeAnew) onConflict[column.name] = { regenerate: 3 };
      }
    } else if (source !== undefined && idempotency === undefined && isUnguarded(column)) {
      values[column.name] = keyReference(source);
    } else if (!column.nullable && field === undefined) gaps.push(column.name);
    else if (!column.nullable && field !== undefined) unsure.push({ column: column.name, field: field.name });
  }
  const step: Step = {
    insert: table.name,
    values: { ...values, ...hashed?.values },
    ...(Object.keys(onConflict).length === 0 ? {} : { onConflict }),
  };
  const answer = answerOfRow(asked, withEncoded(endpoint, asked));
  return { steps: [step, answer], idempotency, because: kept?.because, gaps, unsure };
}

const columnIn = ({ columns }: Table, name: string | undefined): Column | undefined =>
  columns.find((column) => column.name === name);

/** The id that a client has made for the new row; what the capability is about, or gives out itself, is none. */
function ownKeyIn({ endpoint, table, capability }: Asked, values: Record<string, Value>): Idempotency | undefined {
  if (capability?.writes !== true) return undefined;
  const given = Object.keys(capability.out).map((field) =>
    written(table.columns, ({ name }) => name, senseOf(capability, field)),
  );
  const isAsked = (name: string): boolean =>
    Object.keys(capability.in).some((field) => isNamed(senseOf(capability, field), name));
  const found = ownKey(
    endpoint,
    table,
    values,
    ({ reference, name }, column) => isAsked(name) || (given.includes(column) && !reference.startsWith("$path.")),
  );
  return found?.idempotency;
}

/** Whether a field is always sent: it is required, or what the capability is about. */
function isCertain({ name, isRequired }: Sent, { capability, senses }: Asked): boolean {
  const asked = senses.filter(({ field }) => capability !== undefined && Object.hasOwn(capability.in, field));
  return asked.some((sense) => isNamed(sense, nameWithin(name))) || isRequired;
}

/** A text that the database makes of other columns, and that no two rows share. */
const isDerived = (column: Column, table: Table): boolean =>
  column.generated && holdsKey(column) && isUnique(table, column.name);

const codeWords = new Set(["code", "slug", "token", "hash", "short", "alias", "key"]);

/** How a column that nobody sends is filled, as far as its type and its name say. */
export function generated(column: Column, asked: Asked): Value | undefined {
  const { capability, senses, table, written: texts } = asked;
  // What refers to another row has to be one that is there: nothing made up is.
  if (table.foreignKeys.some(({ columns }) => columns.includes(column.name))) return undefined;
  // A key is the sender's.
  if (isSentKey(column, asked) || (isKeyName(column.name) && plain(column.name) !== "key")) return undefined;
  if (column.type === "uuid" && table.primaryKey.includes(column.name)) return { uuid: true };
  if (isOwnNumber(column, table)) return { snowflake: true };
  if (isMoment(column) && !column.nullable) return "$now";
  const answered = senses.filter(({ field }) => capability !== undefined && Object.hasOwn(capability.out, field));
  const isAnswered = answered.some((sense) => isNamed(sense, column.name));
  // A bare `key` may be the sender's.
  if (column.type === "uuid" && isAnswered && plain(column.name) !== "key") return { uuid: true };
  if (!isTextColumn(column)) return undefined;
  const isCode = stems(column.name).some((stem) => codeWords.has(stem));
  const isKey = table.primaryKey.length === 1 && table.primaryKey[0] === column.name;
  if (!(isAnswered || (isCode && !column.nullable) || isKey)) return undefined;
  return randomText(column, 7, texts);
}

/** A bare `key` is the sender's where one is sent, and another column is the code. */
const isSentKey = ({ name }: Column, { endpoint, capability, table }: Asked): boolean =>
  plain(name) === "key" &&
  keySource(endpoint, capability?.idempotentBy) !== undefined &&
  table.columns.some((one) => one.name !== name && stems(one.name).some((stem) => codeWords.has(stem)));
