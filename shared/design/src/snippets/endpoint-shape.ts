import type { Endpoint, Table } from "@proofroom/domain/design/model";
import { fieldType } from "@proofroom/domain/problem/field-type";
import type { Capability } from "@proofroom/domain/problem/problem";
import { isMethod } from "../api/methods.ts";
import { columnOf } from "../bind/column-of.ts";
import { keyColumn } from "../bind/key/idempotency.ts";
import { wordsIn } from "../bind/names.ts";
import { isNamed, type Sense, senseOf } from "../bind/sense.ts";
import { rankTables } from "../bind/table-of.ts";
import type { Cast } from "../bind/ways/cast/played.ts";
import { castsOf } from "../bind/ways/cast/roles.ts";

/** An endpoint as a sketch would say it. */
export interface EndpointShape {
  method: Endpoint["method"];
  path: string;
  /** Name → type in the words of a sketch. */
  body: [name: string, type: string][];
  header: string | undefined;
  status: number;
  refused: number | undefined;
  answer: string[];
}

/** An endpoint that would serve a capability, in the names of the tables that it would be about. */
export function shapeFor(name: string, capability: Capability, tables: Table[], senses: Sense[]): EndpointShape {
  const { find, writes } = capability;
  const method = methodOf(capability);
  const [cast = new Map()] = castsOf(capability.ways?.roles ?? {}, tables);
  const inputs = Object.entries(capability.in).filter(([field, type]) => isNeeded(field, type, cast));
  const known = writes ? tables.some((table) => keyColumn(table) !== undefined) : false;
  const common = {
    method,
    header: known ? capability.idempotentBy : undefined,
    status: find.redirects ? 302 : writes && method === "POST" ? 201 : 200,
    refused: capability.ways !== undefined ? 409 : writes ? undefined : 404,
  };
  const subject = inputs.map(([field]) => cast.get(field)?.table).find((table) => table !== undefined);
  if (subject !== undefined) {
    const others = inputs.filter(([field]) => cast.get(field)?.table !== subject);
    const body = others.map(([field, type]) => fieldOf(field, type, capability, null));
    const keys = keysOf(subject, capability, cast).map((key) => `/{${key}}`);
    const path = `/${segment(subject.name)}${keys.join("")}/${name}`;
    return { ...common, path, body, answer: outputsOf(capability, null) };
  }
  const played = [...cast.values()].map(({ table }) => table);
  const table = played[0] ?? tableFor(name, capability, tables, senses);
  const isBody = method === "POST" || method === "PUT" || method === "PATCH";
  const fields = inputs.map(([field, type]) => fieldOf(field, type, capability, table));
  const keys = isBody ? "" : fields.map(([field]) => `/{${field}}`).join("");
  const isRow = table !== null && writes && (capability.ways === undefined || cast.has(name));
  const place = find.redirects && keys !== "" ? "" : `/${isRow ? segment(table.name) : name}`;
  return { ...common, path: `${place}${keys}`, body: isBody ? fields : [], answer: outputsOf(capability, table) };
}

/** What names a row: the field that means it, and of a key of several columns each field that is kept in one. */
function keysOf(subject: Table, capability: Capability, cast: Cast): string[] {
  const fields = Object.keys(capability.in);
  if (subject.primaryKey.length > 1) {
    const kept = subject.primaryKey.flatMap((column) => {
      const field = fields.find((one) => columnOf(one, subject, [senseOf(capability, one)])?.name === column);
      return field === undefined ? [] : [nameOf(field, capability, subject)];
    });
    if (kept.length === subject.primaryKey.length) return kept;
  }
  return fields.filter((field) => cast.get(field)?.table === subject).map((field) => nameOf(field, capability, null));
}

const methodOf = ({ find, writes }: Capability): Endpoint["method"] =>
  find.methods.find(isMethod) ?? (writes ? "POST" : "GET");

/** What no design does without, and what says who asks where a row of this one keeps that. */
function isNeeded(field: string, written: string, cast: Cast): boolean {
  if (!fieldType(written).isOptional) return true;
  return [...cast.values()].some(({ columns }) => columns.has(field) && (field === "user" || field === "owner"));
}

function tableFor(name: string, capability: Capability, tables: Table[], senses: Sense[]): Table | null {
  const properties = (fields: string[]) => ({ properties: Object.fromEntries(fields.map((field) => [field, {}])) });
  const inputs = properties(Object.keys(capability.in));
  const asked: Endpoint = {
    opId: name,
    method: methodOf(capability),
    path: `/${name}`,
    line: 1,
    body: inputs,
    bodyRequired: true,
    parameters: [],
    responses: [{ status: 200, schema: properties(Object.keys(capability.out)), headers: [] }],
  };
  const hints = { redirects: capability.find.redirects, written: new Set<string>() };
  const [best] = rankTables(asked, tables, senses, hints);
  return best === undefined || best.score <= 0 ? null : best.table;
}

const typeInSketch: Record<string, string> = { url: "uri", int: "integer" };

function fieldOf(field: string, written: string, capability: Capability, table: Table | null): [string, string] {
  const { type } = fieldType(written);
  return [nameOf(field, capability, table), typeInSketch[type] ?? type];
}

/** A field as the table calls it, where that is one of its names; `seat_id` where there is such a name, else its own. */
function nameOf(field: string, capability: Capability, table: Table | null): string {
  const sense = senseOf(capability, field);
  const column = table === null ? undefined : columnOf(field, table, [sense])?.name;
  if (column !== undefined && /^\w+$/.test(column) && !/^(?:id|uuid)$/i.test(column) && isNamed(sense, column))
    return column;
  return field !== "user" && isNamed(sense, `${field} id`) ? `${field}_id` : field;
}

const outputsOf = (capability: Capability, table: Table | null): string[] =>
  capability.find.redirects ? [] : Object.keys(capability.out).map((field) => nameOf(field, capability, table));

/** `SeatHold` → `seat-hold`: in its own number, since its language is not known. */
const segment = (table: string): string => wordsIn(table).join("-");
