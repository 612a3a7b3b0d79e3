import { segmentsOf } from "../../../api/path.ts";
import type { ForeignKey } from "@proofroom/domain/design/model";
import { keyReference } from "@proofroom/domain/design/key-words";
import type { Step, Value } from "@proofroom/domain/design/step";
import { callerFor, isOwner } from "../../owner/caller.ts";
import { columnOf, fillsItself, mustBeFilled } from "../../column-of.ts";
import { generated } from "../../convention/convention-insert.ts";
import { fieldsOf, isArray, isGroup } from "../../fields.ts";
import { isUnguarded, keyColumn, keySource } from "../../key/idempotency.ts";
import { type Assumed, madeUp, madeUpClause, ownKeyClause } from "../../convention/made-up.ts";
import { plain, singular } from "../../names.ts";
import { referenceNamed } from "../../convention/reference-named.ts";
import { copyKnown } from "./copy-known.ts";
import { linkOf, refersTo } from "../cast/links.ts";
import { paidWith } from "./paid.ts";
import type { PlayedTable } from "../cast/played.ts";
import { takenOver } from "./taken-over.ts";
import { columnFor, isPerson, namedBy, referenceTo, type Stage } from "../stage.ts";

export interface Filled {
  values: Record<string, Value>;
  /** Roles whose rows have to be read first, since the new row refers to them by what the request does not carry. */
  toRead: string[];
  /** Rows that are read for their price alone. */
  reads: Step[];
  /** Columns that have to be filled and that nothing fills. */
  gaps: string[];
  /** What is filled although nobody has said it. */
  assumed: Assumed[];
}

/** All that a new row of a role can be filled with: what the way says, what is sent, and what rows before it hold. */
export function fillRow(role: string, said: Record<string, Value>, touched: string[], stage: Stage): Filled {
  const player = stage.cast.get(role);
  if (player === undefined) return { values: said, toRead: [], reads: [], gaps: [], assumed: [] };
  const { table } = player;
  const values: Record<string, Value> = { ...said };
  const toRead: string[] = [];
  const set = (column: string | undefined, value: Value | undefined): void => {
    const found = table.columns.find(({ name }) => name === column);
    if (found !== undefined && !found.generated && value !== undefined) values[found.name] ??= value;
  };
  for (const [other, played] of stage.cast) {
    const link = other === role ? null : linkOf(table, played.table);
    for (const [own, column] of link?.pairs ?? []) {
      const source = sourceOf(other, column, touched, stage);
      const isThere = source !== undefined || Object.hasOwn(values, own);
      const isNamed = Object.keys(namedBy(other, played, stage)).length > 0;
      // What a row says of its own accord, such as its token, is not looked up in a row that comes after it.
      if (isThere || !isNamed || refersTo(table, played.table) === null) set(own, source);
      else {
        toRead.push(other);
        set(own, `$${played.table.name}.${column}`);
      }
    }
  }
  for (const field of Object.keys(stage.capability.in)) {
    if (!stage.cast.has(field)) set(columnFor(field, role, player, stage), referenceTo(field, stage));
  }
  const states = new Set([...player.columns.values()].filter(({ values: v }) => v.size > 0).map((p) => p.column.name));
  for (const field of fieldsOf(stage.endpoint.body)) {
    const { name, schema } = field;
    const kept = columnOf(name, table, stage.senses);
    // What holds others is not kept in their place.
    if (isGroup(field) && kept?.type.startsWith("json") !== true) continue;
    const called = kept?.name ?? (isGroup(field) ? undefined : referenceNamed(name, table));
    const column = isArray(schema) && kept?.type.endsWith("[]") !== true ? undefined : called;
    if (column !== undefined && !states.has(column) && !table.primaryKey.includes(column)) set(column, `$body.${name}`);
  }
  copyKnown(player, values, touched, stage);
  for (const key of table.foreignKeys)
    set(key.columns.length === 1 ? key.columns[0] : undefined, namedBeside(key, stage));
  for (const { column, value, from } of takenOver(role, player, values, stage)) {
    values[column] = value;
    if (!touched.includes(from)) toRead.push(from);
  }
  const paid = payFor(player, values, [...touched, ...toRead], stage);
  const { gaps, assumed } = makeUp(player, values, stage);
  return { values, toRead: [...new Set(toRead)], gaps, reads: paid.reads, assumed: [...paid.assumed, ...assumed] };
}

/** What a path or a header names that plays no role: of `/tenants/{tenant}/…` and `X-Tenant-Id` the tenant. */
function namedBeside({ table, references }: ForeignKey, { endpoint, inputs }: Stage): string | undefined {
  const { path, parameters } = endpoint;
  const target = singular(plain(table));
  const isOf = (name: string): boolean => {
    const said = plain(name.replace(/^x-/i, ""));
    const isShort = said.length >= shortest && target.startsWith(said);
    return isShort || references.concat("id").some((column) => said === target + plain(column));
  };
  const before = (name: string): string => segmentsOf(path)[segmentsOf(path).indexOf(`{${name}}`) - 1] ?? "";
  const free = parameters.filter(
    ({ in: where, name }) => !Object.values(inputs).some((at) => at.in === where && at.name === name),
  );
  const found = free.find(
    ({ in: where, name }) =>
      (where !== "query" && isOf(name)) || (where === "path" && singular(plain(before(name))) === target),
  );
  return found === undefined
    ? undefined
    : `$${found.in}.${found.in === "header" ? found.name.toLowerCase() : found.name}`;
}

/** `org` of organizations. */
const shortest = 3;

/** Where the value of a role's column comes from: its own row, the request, or a row that refers to it alike. */
function sourceOf(role: string, column: string, touched: string[], stage: Stage): string | undefined {
  const played = stage.cast.get(role);
  if (played === undefined) return undefined;
  const named = namedBy(role, played, stage)[column];
  // Of several that are sent the row that was read is only the last one's.
  if (named === "$item") return named;
  if (touched.includes(role)) return `$${played.table.name}.${column}`;
  if (named !== undefined) return named;
  for (const other of touched) {
    const from = stage.cast.get(other);
    const link = from === undefined ? null : linkOf(from.table, played.table);
    const own = link?.pairs.find(([, key]) => key === column)?.[0];
    if (from !== undefined && own !== undefined) return `$${from.table.name}.${own}`;
  }
  return undefined;
}

/** Fills what has to be filled and what a payment provider, or a price, says. */
function payFor(
  player: PlayedTable,
  values: Record<string, Value>,
  touched: string[],
  stage: Stage,
): Pick<Filled, "reads" | "assumed"> {
  const reads = new Map<string, Step>();
  const assumed: Assumed[] = [];
  for (const column of player.table.columns) {
    const isOpen = mustBeFilled(column) && !Object.hasOwn(values, column.name);
    const paid = isOpen ? paidWith(column, player, values, touched, stage) : undefined;
    if (paid === undefined) continue;
    values[column.name] = paid.value;
    for (const read of paid.reads) reads.set(JSON.stringify(read), read);
    if (paid.assumed !== undefined) assumed.push({ rule: "payment-made-up", clause: paid.assumed });
  }
  return { reads: [...reads.values()], assumed };
}

/** Fills what has to be filled and can be made up; answers what cannot. */
function makeUp(
  { table, columns }: PlayedTable,
  values: Record<string, Value>,
  stage: Stage,
): Pick<Filled, "gaps" | "assumed"> {
  const { endpoint, capability, senses } = stage;
  const people = [...columns].flatMap(([role, { column }]) => (isPerson(role) ? [column.name] : []));
  const gaps: string[] = [];
  const assumed: Assumed[] = [];
  for (const column of table.columns) {
    if (Object.hasOwn(values, column.name) || fillsItself(column)) continue;
    const source = keySource(endpoint, capability.idempotentBy);
    const key = source === undefined && !column.nullable ? stage.keyMade(column) : undefined;
    if (key !== undefined) {
      values[column.name] = key;
      assumed.push(ownKeyClause(column, table));
      continue;
    }
    if (column.name === keyColumn(table)) {
      // What is to be kept there has to be sent.
      if (!column.nullable && source === undefined) gaps.push(column.name);
      continue;
    }
    const unguarded = isUnguarded(column) ? source : undefined;
    if (unguarded !== undefined) {
      values[column.name] = keyReference(unguarded);
      continue;
    }
    const made = generated(column, { endpoint, table, capability, senses });
    if (made !== undefined) values[column.name] = made;
    // Nobody is named in the request: whoever asks is meant.
    else if (!column.nullable && (people.includes(column.name) || isOwner(column, table)))
      values[column.name] = callerFor(column, endpoint);
    else if (!column.nullable) {
      const own = madeUp(column, table);
      if (own === undefined) gaps.push(column.name);
      else {
        values[column.name] = own;
        assumed.push(madeUpClause(column, table));
      }
    }
  }
  return { gaps, assumed };
}
