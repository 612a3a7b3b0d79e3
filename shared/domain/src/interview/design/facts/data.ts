import type { Table } from "../../../design/model.ts";
import { endNames, keyNames } from "../column-names.ts";
import { keySpaceOf, lastsFor, writesOf } from "../arithmetic.ts";
import type { Claim } from "../../language/claims.ts";
import type { Fact, Facts } from "../design-facts.ts";
import { type DesignView, isFound, isUnique, placeOf } from "../design-view.ts";
import type { FactName } from "../../facts.ts";
import { hasMadeKeys } from "../../subject.ts";
import { countWords } from "../figures.ts";
import { isOthers, thingTable } from "../thing-table.ts";
import { endpointOf } from "./api.ts";

const urlNames =
  /^(?:(?:long|original|full|target|destination|source)_?)?(?:url|uri|link|href)$|^(?:target|destination|original|location)$/i;
const ownerNames =
  /^(?:owner|user|account|creator|author|customer|tenant|member)(?:_?(?:id|uuid|key|name|email))?$|^created_?by$/i;
const createdNames = /^(?:created|inserted|made|added)(?:_?(?:at|on|time|date))?$|^creation_?(?:time|date)$/i;

/** Ten years of seconds. */
const decade = 315_360_000;

/** What the tables hold and promise; absent while there are none. */
export function dataFacts(view: DesignView, claims: readonly Claim[]): Facts {
  const { lookup, tables } = view;
  const all = [...tables.values()];
  const [first] = all;
  if (first === undefined) return [];
  const at = (holds: boolean, table: Table, line: number, more: Record<string, string> = {}): Fact => ({
    holds,
    place: placeOf(view, "schema", line),
    holes: { table: table.name, line: String(line), ...more },
  });
  const facts: (readonly [FactName, Fact])[] = [];
  const withUrl = all.find(({ columns }) => columns.some(({ name }) => urlNames.test(name)));
  const things = hasMadeKeys(view.reading.subject) ? null : thingTable(view);
  const links = things ?? withUrl ?? lookup?.table;
  facts.push(["table-for-links", at(links !== undefined, links ?? first, (links ?? first).line)]);

  const main = lookup?.table ?? links;
  if (lookup !== null) {
    const { table, column } = lookup;
    facts.push(["key-is-unique", at(isUnique(table, column.name), table, column.line, { column: column.name })]);
  }
  facts.push(...pair("lookup-has-index", readsFact(view)));
  if (main !== undefined) {
    for (const [name, names] of [
      ["owner-column", ownerNames],
      ["created-at-column", createdNames],
      ["expiry-column", endNames],
    ] as const) {
      // What a seat does not say of itself its hold or its booking may.
      const owners = things === null ? [main] : [main, ...all.filter((one) => one !== main && !isOthers(view, one))];
      const owner = owners.find(({ columns }) => columns.some((one) => names.test(one.name))) ?? main;
      const column = owner.columns.find((one) => names.test(one.name));
      facts.push([
        name,
        at(
          column !== undefined,
          owner,
          column?.line ?? owner.line,
          column === undefined ? {} : { column: column.name },
        ),
      ]);
    }
  }
  facts.push(
    ...pair("idempotency-column-unique", idempotencyFact(view)),
    ...pair("foreign-keys-indexed", foreignKeysFact(view)),
  );
  const space = keySpaceOf(view);
  if (lookup !== null && space !== null) {
    const lasts = lastsFor(space.keys, writesOf(claims).value);
    const { table, column } = lookup;
    facts.push([
      "key-space-enough",
      at(lasts >= decade, table, column.line, { column: column.name, number: countWords(space.keys) }),
    ]);
  }
  return facts;
}

const pair = (name: FactName, fact: Fact | null): Facts => (fact === null ? [] : [[name, fact]]);

export interface BareRead {
  table: Table;
  column: string;
  endpoint: string;
  /** Of the read, in the API document. */
  line: number;
}

/** What keeps two live rows apart finds the live one as well. */
const isHelped = (table: Table, column: string): boolean =>
  isFound(table, column) ||
  table.indexes.some(({ columns, unique }) => unique && columns[0] === column) ||
  (table.exclusions ?? []).some(({ columns }) => columns.includes(column));

/** Reads that choose rows by columns of which no key or index begins with one. */
export function bareReads(view: DesignView): BareRead[] {
  return view.operations.flatMap(({ operation, acts }) =>
    acts.flatMap(({ table: name, by, line }) => {
      const table = view.tables.get(name);
      const columns = by.filter((column) => table?.columns.some((one) => one.name === column));
      const [column] = columns;
      if (table === undefined || column === undefined || columns.some((one) => isHelped(table, one))) return [];
      return [{ table, column, endpoint: endpointOf(operation), line }];
    }),
  );
}

function readsFact(view: DesignView): Fact | null {
  const [bare] = bareReads(view);
  const { lookup } = view;
  if (bare !== undefined) {
    const line = bare.table.columns.find(({ name }) => name === bare.column)?.line ?? bare.table.line;
    const holes = { table: bare.table.name, column: bare.column, endpoint: bare.endpoint, line: String(line) };
    return { holds: false, place: placeOf(view, "schema", line), holes };
  }
  if (lookup === null) return helpedRead(view);
  const { table, column, operation } = lookup;
  const holds = isFound(table, column.name);
  const line =
    (holds ? table.indexes.find(({ columns }) => columns[0] === column.name)?.line : undefined) ?? column.line;
  const holes = {
    table: table.name,
    column: column.name,
    line: String(line),
    ...(operation === null ? {} : { endpoint: endpointOf(operation) }),
  };
  return { holds, place: placeOf(view, "schema", line), holes };
}

/** Where nothing is looked up by a made value: the first read of an endpoint in use whose rows a key or an index finds. */
function helpedRead(view: DesignView): Fact | null {
  // One endpoint is a beginning, or the example.
  if (hasMadeKeys(view.reading.subject) || view.operations.length < 2) return null;
  for (const { operation, acts } of view.operations.filter((one) => one.operation.capability !== undefined))
    for (const { table: name, by } of acts) {
      const table = view.tables.get(name);
      const column = table?.columns.find((one) => by.includes(one.name) && isFound(table, one.name));
      if (table === undefined || column === undefined) continue;
      const line = table.indexes.find(({ columns }) => columns[0] === column.name)?.line ?? column.line;
      const holes = { table: name, column: column.name, endpoint: endpointOf(operation), line: String(line) };
      return { holds: true, place: placeOf(view, "schema", line), holes };
    }
  return null;
}

function idempotencyFact(view: DesignView): Fact | null {
  const said = view.operations.find(({ operation }) => operation.idempotency !== undefined)?.operation;
  const [saidTable = "", saidColumn = ""] = said?.idempotency?.column.split(".") ?? [];
  for (const table of view.tables.values()) {
    const column = table.columns.find(({ name }) =>
      said === undefined ? keyNames.test(name) : table.name === saidTable && name === saidColumn,
    );
    if (column === undefined) continue;
    const holds = isUnique(table, column.name) || table.uniques.some((columns) => columns.includes(column.name));
    return {
      holds,
      place: placeOf(view, "schema", column.line),
      holes: { table: table.name, column: column.name, line: String(column.line) },
    };
  }
  return null;
}

function foreignKeysFact(view: DesignView): Fact | null {
  const keys = [...view.tables.values()].flatMap((table) =>
    table.foreignKeys.map((key) => ({ table, key, column: key.columns[0] ?? "" })),
  );
  const bare = keys.find(({ table, column }) => !isFound(table, column));
  const one = bare ?? keys[0];
  if (one === undefined) return null;
  const line = one.key.line ?? one.table.columns.find(({ name }) => name === one.column)?.line ?? one.table.line;
  const holes = { table: one.table.name, column: one.column, line: String(line) };
  return { holds: bare === undefined, place: placeOf(view, "schema", line), holes };
}
