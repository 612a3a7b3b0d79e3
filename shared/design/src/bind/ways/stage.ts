import type { Column, Endpoint, Operation, Table } from "@proofroom/domain/design/model";
import type { Value } from "@proofroom/domain/design/step";
import { fieldType } from "@proofroom/domain/problem/field-type";
import type { Capability } from "@proofroom/domain/problem/problem";
import { columnOf, isUnique, keptIn } from "../column-of.ts";
import type { Known } from "../convention/convention.ts";
import { fieldsOf, isArray } from "../fields.ts";
import { plain, plains, singular } from "../names.ts";
import { type Sense, senseOf } from "../sense.ts";
import type { Endless } from "./told/time/endless.ts";
import { linkOf, ownNamed } from "./cast/links.ts";
import type { Cast, PlayedTable } from "./cast/played.ts";
import { restOfKey } from "./cast/rest-of-key.ts";

/** What a way is played on: one cast of a design's tables, and what the request carries. */
export interface Stage {
  endpoint: Endpoint;
  capability: Capability;
  cast: Cast;
  /** All of the design's, also those that play no role. */
  tables: Table[];
  inputs: Operation["inputs"];
  senses: Sense[];
  keepsWho: Known["keepsWho"];
  /** What the documents write into a column of a row that is for good, `$forever`; undefined where they write nothing such. */
  endlessIn: (column: Column) => Endless | undefined;
  /** What fills the column of a key that the service makes for each request; undefined of any other. */
  keyMade: (column: Column) => Value | undefined;
  /** What `$lasts` stands for; null where the problem speaks of no time. */
  lasts: string | null;
}

/** `$path.seat`: how a step refers to an input of the capability; who asks may be told by the token alone. */
export function referenceTo(field: string, stage: Stage): string | undefined {
  const { inputs, endpoint } = stage;
  const input = inputs[field];
  if (input !== undefined && input === listed(stage)) return "$item";
  const isToken = (name: string): boolean => name.toLowerCase() === "authorization";
  if (input !== undefined) return isToken(input.name) ? "$user" : `$${input.in}.${input.name}`;
  const takesToken = endpoint.parameters.some(({ name, in: where }) => where === "header" && isToken(name));
  return isPerson(field) && takesToken ? "$user" : undefined;
}

/** The input of which several are sent at once: what is done with one of them is done with each. */
export const listed = ({ inputs, endpoint }: Stage): Operation["inputs"][string] | undefined =>
  Object.values(inputs).find(
    (input) =>
      input.in === "body" && fieldsOf(endpoint.body).some(({ name, schema }) => name === input.name && isArray(schema)),
  );

/** Column → reference, for every input that says which row of a role is meant. */
export function namedBy(role: string, player: PlayedTable, stage: Stage): Record<string, string> {
  const { table } = player;
  const named: Record<string, string> = {};
  const fields = Object.keys(stage.inputs).filter((field) => !isPerson(field));
  for (const field of fields) {
    const reference = referenceTo(field, stage);
    const column = columnFor(field, role, player, stage);
    if (reference !== undefined && column !== undefined) named[column] ??= reference;
  }
  // Without its own name a row is not named: an event has many seats.
  const own = fields.filter((field) => field === role || isWhat(field, stage) || player.columns.has(field));
  const isNamed = own.some((field) => columnFor(field, role, player, stage) !== undefined);
  Object.assign(named, restOfKey(Object.keys(named), table, stage));
  const hasKey = table.primaryKey.length > 0 && table.primaryKey.every((column) => Object.hasOwn(named, column));
  return isNamed || hasKey ? named : {};
}

/** Whether an input says what is asked for: a role, what no design does without, or what stands in for that. */
function isWhat(field: string, { cast, capability }: Stage): boolean {
  const types = Object.values(capability.in).map(fieldType);
  const own = fieldType(capability.in[field] ?? "");
  return cast.has(field) || !own.isOptional || types.some(({ unless }) => unless === field);
}

/** The column in which a role's table keeps an input. */
export function columnFor(field: string, role: string, player: PlayedTable, stage: Stage): string | undefined {
  const { table, columns } = player;
  const written = stage.inputs[field]?.name ?? field;
  const other = stage.cast.get(field);
  if (field !== role && other !== undefined) return linkedColumn(field, player, other, stage);
  // An `id` of something else is not this row's.
  const isBare = field !== role && /^(?:id|uuid|key|code)$/i.test(written);
  const kept = isBare ? undefined : keptIn(written, table, stage.senses);
  if (kept !== undefined && kept.by !== "alias") return kept.column.name;
  const played = columns.get(field)?.column.name;
  if (played !== undefined) return played;
  const refers = table.foreignKeys.find((key) => key.columns.length === 1 && isAbout(key.table, field, stage));
  if (refers !== undefined) return refers.columns[0];
  if (field === role && table.primaryKey.length === 1) return ownName(kept?.column.name, table);
  if (field === role && kept === undefined) return lastOfKey(table);
  return field === role || !isOwn(kept?.column.name, table) ? kept?.column.name : undefined;
}

/** Of a key of several columns the one that tells rows apart within what the others refer to: `code` of `(event_id, code)`. */
function lastOfKey({ primaryKey, foreignKeys }: Table): string | undefined {
  const [own, ...more] = primaryKey.filter((column) => !foreignKeys.some(({ columns }) => columns.includes(column)));
  return more.length === 0 ? own : undefined;
}

/** By what a row is named: its key, unless that is another's and it has a name of its own beside it. */
function ownName(kept: string | undefined, table: Table): string | undefined {
  const [key] = table.primaryKey;
  const isAnothers = table.foreignKeys.some(({ columns }) => columns.length === 1 && columns[0] === key);
  return isAnothers && kept !== undefined && isUnique(table, kept) ? kept : key;
}

const isOwn = (column: string | undefined, table: Table): boolean =>
  column !== undefined && table.primaryKey.length === 1 && table.primaryKey[0] === column;

function isAbout(table: string, field: string, { capability }: Stage): boolean {
  const name = singular(plain(table));
  return plains(senseOf(capability, field).names).some((one) => singular(one) === name);
}

/** Where a seat is sent to a table of holds: the column that refers to the seat, if it keeps what is sent. */
function linkedColumn(field: string, from: PlayedTable, to: PlayedTable, stage: Stage): string | undefined {
  const link = linkOf(from.table, to.table);
  if (link === null) return undefined;
  const kept = columnFor(field, field, to, stage);
  const linked = link.pairs.find(([, other]) => other === kept)?.[0];
  return linked ?? (kept === undefined ? undefined : ownNamed(from.table, to.table, kept));
}

/** Columns of a table that say what a row is about where no table stands behind the role. */
export function aboutBy(table: Table, role: string, { capability, senses, cast, inputs }: Stage): string[] {
  const fields = Object.keys(capability.in).filter((field) => !cast.has(field) && !isPerson(field));
  const columns = fields.flatMap((field) => columnOf(inputs[field]?.name ?? field, table, senses)?.name ?? []);
  const isSaid = columnOf(inputs[role]?.name ?? role, table, senses) !== undefined;
  return isSaid ? [...new Set(columns)] : [];
}

/** Who asks says nothing of what is asked for. */
export const isPerson = (field: string): boolean => field === "user" || field === "owner";
