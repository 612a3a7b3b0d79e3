import type { Table } from "@proofroom/domain/design/model";
import type { Step, Value } from "@proofroom/domain/design/step";
import { successIn } from "../../../api/success.ts";
import { keptIn } from "../../column-of.ts";
import { isRecord } from "../../fields.ts";
import { isSameName } from "../../names.ts";
import { referenceNamed } from "../../convention/reference-named.ts";
import { isNamed, type Sense, senseOf } from "../../sense.ts";
import type { PlayedTable } from "../cast/played.ts";
import { namedBy, type Stage } from "../stage.ts";
import { missing, valueOf } from "./template.ts";

/** What a way answers: the declared fields out of the rows that it touched, or else the row that its capability is about. */
export function answerOf(
  touched: string[],
  keptIn: string | undefined,
  answers: Record<string, unknown>,
  stage: Stage,
): Extract<Step, { return: unknown }> {
  const { endpoint, capability, cast } = stage;
  const success = successIn(endpoint.responses);
  const out = Object.keys(capability.out);
  // A repeated send finds only the row that keeps its key, so whatever that row says is taken from there.
  const rank = (role: string): number => (cast.get(role)?.table.name === keptIn ? 0 : out.includes(role) ? 1 : 2);
  const roles = [...new Set(touched.toReversed())].toSorted((a, b) => rank(a) - rank(b));
  const status = success?.status ?? (capability.writes ? 201 : 200);
  if (status === 204) return { return: { status } };
  const declared = bodyOf(success?.schema, { roles, answers, stage }, 0);
  // Of a hold that becomes a sale the hold is what is asked for, and not the seat that is marked beside it.
  const nearness = (role: string): number => (out.includes(role) ? 0 : Object.hasOwn(stage.inputs, role) ? 1 : 2);
  const [about] = roles.toSorted((a, b) => nearness(a) - nearness(b));
  const body = declared ?? wholeRow(cast.get(about ?? ""), out, stage) ?? withoutRow(answers, stage);
  return { return: { status, ...(body === undefined ? {} : { body }) } };
}

interface Answering {
  roles: string[];
  answers: Record<string, unknown>;
  stage: Stage;
}

function bodyOf(schema: unknown, answering: Answering, depth: number): Record<string, unknown> | undefined {
  if (!isRecord(schema) || !isRecord(schema["properties"]) || depth > 3) return undefined;
  const body: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(schema["properties"])) {
    const value = bodyOf(property, answering, depth + 1) ?? fieldOf(name, answering) ?? saidOf(name, answering);
    if (value !== undefined) body[name] = value;
  }
  return Object.keys(body).length === 0 ? undefined : body;
}

/** What a way answers itself, under a name of a capability's field or of a role's column. */
function saidOf(name: string, { answers, stage }: Answering): Value | undefined {
  const { capability } = stage;
  for (const [what, template] of Object.entries(answers)) {
    const [role = "", column] = what.split(".");
    const names = column === undefined ? [] : (capability.ways?.roles[role]?.columns[column]?.names ?? []);
    const sense = column === undefined ? senseOf(capability, role) : { field: what, names };
    const value = isNamed(sense, name) ? valueOf(template, null, null, stage) : missing;
    if (value !== missing) return value;
  }
  return undefined;
}

function withoutRow(answers: Record<string, unknown>, stage: Stage): Record<string, unknown> | undefined {
  const said = Object.entries(answers).flatMap(([what, template]) => {
    const value = valueOf(template, null, null, stage);
    return what.includes(".") || value === missing ? [] : [[what, value]];
  });
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

function fieldOf(name: string, { roles, stage }: Answering): string | undefined {
  const { capability, cast, senses } = stage;
  const field = Object.keys(capability.out).find((out) => isNamed(senseOf(capability, out), name));
  const own = field === undefined ? undefined : outputOf(field, roles, stage);
  const byName = roles.flatMap((role) => {
    const table = cast.get(role)?.table;
    const kept = table === undefined ? undefined : keptIn(name, table, senses);
    return table === undefined || kept === undefined ? [] : [{ by: kept.by, is: `$${table.name}.${kept.column.name}` }];
  });
  const exact = byName.find(({ by }) => by === "owner") ?? byName.find(({ by }) => by === "name");
  const isId = /^(?:id|uuid)$/i.test(name);
  return (
    (isId ? own : undefined) ??
    exact?.is ??
    sentAs(name, roles, stage) ??
    own ??
    byName[0]?.is ??
    referredAs(name, roles, stage) ??
    endOf(name, roles, stage)
  );
}

/** What a row refers to is answered under the name of that: of a ticket its `hold`. */
const referredAs = (name: string, roles: string[], { cast }: Stage): string | undefined =>
  roles.flatMap((role) => {
    const table = cast.get(role)?.table;
    const column = table === undefined ? undefined : referenceNamed(name, table);
    return table === undefined || column === undefined ? [] : [`$${table.name}.${column}`];
  })[0];

/** The column by which a row is named in the request, where it is answered under the same name: the path's `seatId` is no seat's number. */
const sentAs = (name: string, roles: string[], stage: Stage): string | undefined =>
  roles.flatMap((role) => {
    const player = stage.cast.get(role);
    const named = player === undefined ? [] : Object.entries(namedBy(role, player, stage));
    const found = named.find(([, reference]) => isSameName(reference.split(".").slice(1).join("."), name));
    return found === undefined ? [] : [`$${player?.table.name}.${found[0]}`];
  })[0];

/** The time until which a row lasts, or the end of its range of time, where a field is called as such a time may be. */
function endOf(name: string, roles: string[], { capability, cast }: Stage): string | undefined {
  return roles.flatMap((role) => {
    const player = cast.get(role);
    const span = player?.columns.get("span")?.column.name;
    const end = player?.columns.get("until")?.column.name ?? (span === undefined ? undefined : `${span}.upper`);
    const names = capability.ways?.roles[role]?.columns["until"]?.names ?? [];
    const isCalledSo = isNamed({ field: "until", names }, name);
    return end === undefined || !isCalledSo ? [] : [`$${player?.table.name}.${end}`];
  })[0];
}

/** The key of the row that an output is called after, or the column that another role keeps it in. */
function outputOf(field: string, roles: string[], { cast, capability }: Stage): string | undefined {
  const table = roles.includes(field) ? cast.get(field)?.table : undefined;
  const key = table === undefined ? undefined : ownKeyOf(table, senseOf(capability, field));
  if (table !== undefined && key !== undefined) return `$${table.name}.${key}`;
  for (const role of roles) {
    const played = cast.get(role);
    const column = played?.columns.get(field)?.column.name;
    if (played !== undefined && column !== undefined) return `$${played.table.name}.${column}`;
  }
  return undefined;
}

/** A row whose primary key is another row's, as of one that there is once a seat, goes by the unique column that is called after it. */
function ownKeyOf({ primaryKey, foreignKeys, uniques }: Table, sense: Sense): string | undefined {
  const [only, ...more] = primaryKey;
  if (more.length > 0) return undefined;
  const isAnothers = foreignKeys.some(({ columns }) => columns.length === 1 && columns[0] === only);
  const own = uniques.find(([name = "", ...others]) => others.length === 0 && isNamed(sense, name))?.[0];
  return isAnothers ? (own ?? only) : only;
}

/** All columns of the row, so that whoever calls finds what it needs. */
function wholeRow(player: PlayedTable | undefined, out: string[], stage: Stage): Record<string, unknown> | undefined {
  const { cast } = stage;
  if (player === undefined) return undefined;
  const row = Object.fromEntries(player.table.columns.map(({ name }) => [name, `$${player.table.name}.${name}`]));
  const named = out.flatMap((field) => {
    const value = outputOf(
      field,
      [...cast].flatMap(([role, played]) => (played === player ? [role] : [])),
      stage,
    );
    return value === undefined || Object.hasOwn(row, field) ? [] : [[field, value]];
  });
  return { ...row, ...Object.fromEntries(named) };
}
