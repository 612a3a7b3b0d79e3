import { type CommentStmt, type InsertStmt, type Node, hasSqlDetails, parseSync } from "libpg-query";
import type { Tell } from "../text/report.ts";
import { alterTable } from "./alter-table.ts";
import { type Catalog, type Source, type TableRead, newCatalog } from "./catalog.ts";
import { createIndex } from "./create-index.ts";
import { checkExpressions } from "./expressions.ts";
import { createTable } from "./create-table.ts";
import { tellMissingExtension } from "./extensions.ts";
import { tellMissingSemicolons, withSemicolons } from "./missing-semicolons.ts";
import { missingNamespace, namespaceSql } from "./namespaces.ts";
import { afterBlank } from "./sql-text.ts";
import type { Judged } from "./judged.ts";
import { leaveOut, offerAllOut, type Refused } from "./leave-out.ts";
import { judgeFunction } from "./read-function.ts";
import { judgeStamping } from "./stamping.ts";
import { isLookup, listWords } from "./lookup-rows.ts";
import { ignored } from "./statement-reasons.ts";
import { judgeStatement } from "./statements.ts";
import { tellSyntaxError } from "./syntax-error.ts";
import { checkedValues } from "./constraint.ts";
import { tooMuch } from "./too-much.ts";
import { tellBentQuotes } from "./typographic.ts";
import { onlyPart, partedIn } from "./partitions.ts";
import { stringOf, typeText } from "./type-text.ts";

interface SqlRead {
  tables: TableRead[];
  ddl: { sql: string; line: number }[];
}

/** Reads a text of SQL statements: which run, what they create, and what is to be said about them. */
export function readSql(source: Source, tell: Tell): SqlRead {
  if (source.sql === "") return { tables: [], ddl: [] };
  const excess = tooMuch(source.sql);
  if (excess !== null) {
    tell({ severity: "error", rule: "too-much", message: excess.message, from: excess.at });
    return { tables: [], ddl: [] };
  }
  tellBentQuotes(source.sql, source.isOwnText, tell);
  const statements = parse(source, tell);
  const created = statements.map(({ node }) => ("CreateStmt" in node ? node.CreateStmt.relation?.relname : undefined));
  const catalog = newCatalog(source, tell, new Set(created.filter((name) => name !== undefined)));
  const parted = partedIn(statements.map(({ node }) => node));
  const ddl: SqlRead["ddl"] = [];
  const refused: Refused[] = [];
  const inserts: Inserted[] = [];
  for (const { node, from, to } of statements) {
    const { line } = source.place(from);
    const namespace = namespaceSql(catalog, node);
    if (namespace !== null) {
      ddl.push({ sql: namespace, line });
      continue;
    }
    if ("InsertStmt" in node) {
      inserts.push({ insert: node.InsertStmt, from, to, above: ddl.length });
      continue;
    }
    const judged =
      dropsNothing(catalog, node) ??
      judgeStamping(catalog, node) ??
      judgeFunction(catalog, node, from, to) ??
      judgeStatement(kindOf(node), node);
    if (judged.verdict === "run") {
      const missing = missingNamespace(catalog, node, from, to);
      if (missing !== null) ddl.push({ sql: missing, line });
      ddl.push({ sql: source.sql.slice(from, to).trim(), line });
      const part = onlyPart(node, source.sql.slice(from, to), parted);
      if (part !== null) {
        ddl.push({ sql: part.sql, line });
        const message = `No statement that runs creates a partition of ${part.table}, and without one it takes no row: a run gives it a single one for all rows.`;
        tell({ severity: "warning", rule: "no-partition", message, from });
      }
      tellMissingExtension(catalog, from, to);
      create(catalog, node);
      checkExpressions(catalog, node);
    } else if (judged.verdict === "ignored") {
      tell({ severity: "warning", rule: "statement", message: judged.message, from, to });
    } else {
      const fixes = source.isOwnText ? [leaveOut(catalog, node, from, to)] : [];
      if (fixes.length > 0) refused.push({ reason: judged.reason ?? judged.message, fixes });
      tell({ severity: "error", rule: "statement", message: judged.message, from, to, fixes });
    }
  }
  // What refers to a row often stands below it.
  for (const { insert, from, to, above } of inserts.toReversed()) {
    if (isLookup(insert, catalog)) {
      listWords(insert, catalog);
      ddl.splice(above, 0, { sql: source.sql.slice(from, to).trim(), line: source.place(from).line });
    } else tell({ severity: "warning", rule: "statement", message: ignored["InsertStmt"] ?? "", from, to });
  }
  // How many there are is known only when all have been read; the findings hold the same lists.
  offerAllOut(refused);
  const tables = [...catalog.tables.values()];
  for (const table of tables) tellNoColumns(catalog, table);
  return { tables: tables.filter((table) => !table.isPartition), ddl };
}

interface Inserted {
  insert: InsertStmt;
  from: number;
  to: number;
  /** How many statements that run stand above it. */
  above: number;
}

interface Statement {
  node: Node;
  from: number;
  to: number;
}

function parse(source: Source, tell: Tell): Statement[] {
  try {
    return statementsIn(source.sql, source);
  } catch (error) {
    if (hasSqlDetails(error)) {
      const parted = partedBySemicolons(source, tell);
      if (parted !== null) return parted;
      tellSyntaxError(source, tell, error.message, source.offsets.ofCharacter(error.sqlDetails?.cursorPosition ?? 0));
    } else {
      // The parser's tree is as deep as the expression; one of thousands of terms exceeds the stack.
      tell({
        severity: "error",
        rule: "too-much",
        message: "An expression here is too long to be read; write it more plainly.",
        from: 0,
      });
    }
    return [];
  }
}

function statementsIn(sql: string, { offsets }: Source): Statement[] {
  return (parseSync(sql).stmts ?? []).flatMap(({ stmt, stmt_location = 0, stmt_len }) => {
    if (stmt === undefined) return [];
    const from = afterBlank(sql, offsets.ofByte(stmt_location));
    const to = stmt_len === undefined ? sql.length : offsets.ofByte(stmt_location + stmt_len);
    return [{ node: stmt, from, to }];
  });
}

/** The statements of a text whose only fault is that nothing parts them. */
function partedBySemicolons(source: Source, tell: Tell): Statement[] | null {
  const ended = withSemicolons(source.sql);
  if (ended === null) return null;
  try {
    const statements = statementsIn(ended.sql, source);
    tellMissingSemicolons(source, ended.missing, tell);
    return statements;
  } catch {
    return null;
  }
}

/** Scripts begin with `drop table if exists`, so that they can be run again. */
function dropsNothing({ tables, views, types }: Catalog, node: Node): Judged | null {
  const message = "DROP … IF EXISTS is not run: every run starts with an empty database.";
  if ("DropdbStmt" in node && node.DropdbStmt.missing_ok === true) return { verdict: "ignored", message };
  if (!("DropStmt" in node)) return null;
  const { missing_ok, removeType, objects = [] } = node.DropStmt;
  const isWholeSchema = removeType === "OBJECT_SCHEMA" && tables.size === 0;
  if (missing_ok !== true && !isWholeSchema) return null;
  const names = objects.map((item) =>
    "List" in item
      ? stringOf(item.List.items?.at(-1))
      : "String" in item
        ? stringOf(item)
        : "TypeName" in item
          ? typeText(item.TypeName).name
          : "",
  );
  const isThere = (name: string): boolean => name === "" || tables.has(name) || views.has(name) || types.has(name);
  if (!isWholeSchema && names.some(isThere)) return null;
  return { verdict: "ignored", message };
}

const kindOf = (node: Node): string => Object.keys(node)[0] ?? "";

function create(catalog: Catalog, node: Node): void {
  if ("CreateStmt" in node) createTable(catalog, node.CreateStmt);
  else if ("AlterTableStmt" in node) alterTable(catalog, node.AlterTableStmt);
  else if ("IndexStmt" in node) createIndex(catalog, node.IndexStmt);
  else if ("CreateEnumStmt" in node) {
    const { typeName, vals } = node.CreateEnumStmt;
    catalog.types.set(stringOf(typeName?.at(-1)), vals?.map(stringOf));
  } else if ("CreateDomainStmt" in node) {
    const { domainname, constraints, typeName } = node.CreateDomainStmt;
    const base = typeText(typeName).text;
    catalog.bases.set(stringOf(domainname?.at(-1)), catalog.bases.get(base) ?? base);
    catalog.types.set(stringOf(domainname?.at(-1)), checkedValues(constraints ?? [], "value"));
  } else if ("CommentStmt" in node) comment(catalog, node.CommentStmt);
  else if ("CompositeTypeStmt" in node) catalog.types.set(node.CompositeTypeStmt.typevar?.relname ?? "", undefined);
  else if ("CreateExtensionStmt" in node) catalog.extensions.add(node.CreateExtensionStmt.extname ?? "");
  else if ("ViewStmt" in node) catalog.views.add(node.ViewStmt.view?.relname ?? "");
  else if ("CreateTableAsStmt" in node) catalog.views.add(node.CreateTableAsStmt.into?.rel?.relname ?? "");
}

/** Keeps what is said of a column with the column. */
function comment({ tables }: Catalog, { objtype, object, comment: text }: CommentStmt): void {
  if (objtype !== "OBJECT_COLUMN" || object === undefined || !("List" in object) || text === undefined) return;
  const [name, table] = (object.List.items ?? []).toReversed().map(stringOf);
  const column = tables.get(table ?? "")?.columns.find((one) => one.name === name);
  if (column !== undefined) column.comment = text;
}

function tellNoColumns(catalog: Catalog, { name, at, columns }: TableRead): void {
  if (columns.length > 0) return;
  const message = `${name} has no columns; add what it has to remember.`;
  catalog.tell({ severity: "warning", rule: "no-columns", message, from: at, to: at + name.length });
}
