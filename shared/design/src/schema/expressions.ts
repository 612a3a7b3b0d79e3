import type { Fix } from "@proofroom/domain/design/finding";
import type { Node } from "libpg-query";
import { nearest, oneOf } from "../text/nearest.ts";
import type { Catalog, TableRead } from "./catalog.ts";
import { insteadOf, isChanging, isWaiting, strangeFunction } from "./functions.ts";
import { type Found, partsIn, type Where } from "./expression-parts.ts";
import { withoutFunction } from "./own-functions.ts";

/**
 * Tells what PostgreSQL would refuse in the defaults, checks, generated columns and indexes of a statement, or wait for: unknown
 * columns and functions, queries, and what changes by itself where something is kept.
 */
export function checkExpressions(catalog: Catalog, statement: Node): void {
  const table = tableOf(catalog, statement);
  if (table === null) return;
  let told = 0;
  for (const found of partsIn(statement)) {
    const said = aboutPart(catalog, table, found);
    if (said === null) continue;
    const from = catalog.source.offsets.ofByte(found.at);
    catalog.tell({ severity: "error", from, ...said, fixes: fixesOf(catalog, from, found, said.rule) });
    if (++told >= mostTold) return;
  }
}

/** Nobody reads on, and the name that was meant costs a look at all there are. */
const mostTold = 50;

/** The table that a statement speaks of; undefined where it is not known here, null where its expressions keep nothing. */
function tableOf({ tables }: Catalog, statement: Node): TableRead | undefined | null {
  if ("CreateStmt" in statement) return tables.get(statement.CreateStmt.relation?.relname ?? "");
  if ("IndexStmt" in statement) return tables.get(statement.IndexStmt.relation?.relname ?? "");
  if ("AlterTableStmt" in statement) return tables.get(statement.AlterTableStmt.relation?.relname ?? "");
  return "CreateDomainStmt" in statement ? undefined : null;
}

interface Said {
  rule: string;
  message: string;
}

function aboutPart(catalog: Catalog, table: TableRead | undefined, { kind, where, names }: Found): Said | null {
  if (kind === "FuncCall") return aboutFunction(catalog, where, names);
  if (kind === "ColumnRef") return aboutColumn(table, where, names.at(-1) ?? "");
  if (kind === "SubLink")
    return {
      rule: "query-in-schema",
      message: `A ${where} cannot ask the tables: PostgreSQL allows no query here. Write a value, or let the endpoint's steps ask.`,
    };
  return where === "index" || where === "generated column" ? changing(where, "the time now") : null;
}

function aboutFunction({ types }: Catalog, where: Where, names: string[]): Said | null {
  const name = names.at(-1) ?? "";
  if (isWaiting(name))
    return { rule: "waiting", message: `${name} only waits, and each row would wait with it; leave it out.` };
  if (isChanging(name) && (where === "index" || where === "generated column")) return changing(where, `${name}()`);
  const isOwn = names.length > 1 && names[0] !== "pg_catalog";
  const message = isOwn || types.has(name) ? null : strangeFunction(name);
  return message === null ? null : { rule: "unknown-function", message };
}

const changing = (where: Where, what: string): Said => ({
  rule: "changing-expression",
  message:
    where === "index"
      ? `An index keeps what was true when a row was written, so it cannot depend on ${what}, which changes by itself; keep what it stands for in a column, such as a status.`
      : `A generated column is computed when its row is written, so it cannot depend on ${what}; make it a default.`,
});

const system = new Set(["ctid", "xmin", "xmax", "cmin", "cmax", "tableoid", "*"]);

function aboutColumn(table: TableRead | undefined, where: Where, name: string): Said | null {
  if (where === "default") {
    if (/[‘’“”]/.test(name)) return null; // told where bent quotes are
    const instead = insteadOf(name);
    const message =
      instead === undefined
        ? `A default refers to no column, and ${name} is read as one; write a text in quotes: '${name}'.`
        : `PostgreSQL has no ${name}; write ${instead}.`;
    return { rule: "unknown-column", message };
  }
  if (table === undefined || system.has(name) || name === table.name || table.columns.length === 0) return null;
  const known = table.columns.map((column) => column.name);
  if (known.includes(name)) return null;
  const other = nearest(name, known);
  const hint = other === undefined ? `it has ${oneOf(known)}` : `${other} was probably meant`;
  return { rule: "unknown-column", message: `${table.name} has no column ${name}; ${hint}.` };
}

/** A default or a generated value that calls what is not there can be left out, with the function that was to be there. */
function fixesOf(catalog: Catalog, from: number, found: Found, rule: string): Fix[] {
  const { source, functions } = catalog;
  const isValue = found.where === "default" || found.where === "generated column";
  if (rule !== "unknown-function" || !isValue || !source.isOwnText) return quoteFix(catalog, from, found);
  const name = found.names.at(-1) ?? "";
  const without = withoutFunction(source.sql, name, functions.get(name));
  return without === null ? [] : [without];
}

/** `default pending` → `default 'pending'`, `default sysdate` → `default now()`. */
function quoteFix({ source }: Catalog, from: number, { kind, where, names }: Found): Fix[] {
  const [name = ""] = names;
  const to = from + name.length;
  const isPlain = source.isOwnText && source.sql.slice(from, to).toLowerCase() === name.toLowerCase();
  if (kind !== "ColumnRef" || where !== "default" || names.length > 1 || !isPlain) return [];
  const insert = insteadOf(name) ?? `'${source.sql.slice(from, to)}'`;
  return [{ label: `Write ${insert}`, edits: [{ document: "schema", from, to, insert }] }];
}
