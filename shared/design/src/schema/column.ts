import type { Column } from "@proofroom/domain/design/model";
import type { ColumnDef, Constraint } from "libpg-query";
import { type Catalog, type TableRead, lineOf } from "./catalog.ts";
import { addConstraint } from "./constraint.ts";
import { foldedOf, hashOf } from "./hash-of.ts";
import { checkLength } from "./name-length.ts";
import { afterExpression, withoutComments } from "./sql-text.ts";
import { typeText } from "./type-text.ts";
import { checkType } from "./unknown-type.ts";

/** PostgreSQL has room for 1,600; nobody designs a table of these. */
const mostColumns = 400;

/** Adds a column as `create table` or `add column` defines it. */
export function addColumn(catalog: Catalog, table: TableRead, def: ColumnDef): void {
  const name = def.colname ?? "";
  const at = catalog.source.offsets.ofByte(def.location ?? 0);
  if (table.columns.length >= mostColumns) {
    const message = `A table has at most ${mostColumns} columns; split ${table.name}.`;
    if (!table.columnsAt.has("")) catalog.tell({ severity: "error", rule: "too-much", message, from: at });
    table.columnsAt.set("", at); // told once
    return;
  }
  if (table.columnsAt.has(name)) {
    const message = `${table.name} already has a column ${name}; remove one of the two.`;
    catalog.tell({ severity: "error", rule: "duplicate-column", message, from: at, to: at + name.length });
    return;
  }
  checkLength(catalog, name, at);
  checkType(catalog, def.typeName);
  const constraints = (def.constraints ?? []).flatMap((node) => ("Constraint" in node ? [node.Constraint] : []));
  const is = (type: Constraint["contype"]) => constraints.some((constraint) => constraint.contype === type);
  const type = typeText(def.typeName);
  const defaultText = type.isSerial ? "nextval(…)" : textOfDefault(catalog, constraints);
  const column: Column = {
    name,
    type: catalog.bases.get(type.text) ?? type.text,
    nullable: !is("CONSTR_NOTNULL") && !is("CONSTR_PRIMARY") && !is("CONSTR_IDENTITY") && !type.isSerial,
    ...(defaultText === undefined ? {} : { default: defaultText }),
    generated: is("CONSTR_IDENTITY") || is("CONSTR_GENERATED"),
    ...commentBehind(catalog, at),
    line: lineOf(catalog, at),
  };
  const made = constraints.find(({ contype }) => contype === "CONSTR_GENERATED")?.raw_expr;
  const folded = foldedOf(made);
  const hashed = hashOf(made) ?? folded;
  if (hashed !== undefined) column.hashOf = hashed;
  if (folded !== undefined) column.anyCase = folded;
  const labels = catalog.types.get(type.text);
  if (labels !== undefined) column.values = labels;
  table.columns.push(column);
  table.columnsAt.set(name, at);
  for (const constraint of constraints) addConstraint(catalog, table, constraint, [name]);
}

/** `-- 0 free, 1 held, 2 sold` on the line of a column, where no other column stands between. */
function commentBehind({ source: { sql, isOwnText } }: Catalog, at: number): { comment?: string } {
  if (!isOwnText) return {};
  const lineEnd = sql.indexOf("\n", at);
  const end = lineEnd === -1 ? sql.length : lineEnd;
  const past = afterExpression(sql, at, end);
  // Behind the last column of a table there is no comma, and the comment ends its line.
  const after = past < end ? sql.slice(past, end) : (lastComment.exec(sql.slice(at, end))?.[1] ?? "");
  const comment = /^[,\s]*(?:\)\s*;?)?\s*--\s*(\S.*)$/.exec(after)?.[1]?.trim();
  return comment === undefined ? {} : { comment };
}

/** What follows two strokes that stand in no text. */
const lastComment = /^(?:[^'"-]|-(?!-)|'[^']{0,200}'|"[^"]{0,100}"){0,400}(--.*)$/;

function textOfDefault({ source }: Catalog, constraints: Constraint[]): string | undefined {
  const found = constraints.find((constraint) => constraint.contype === "CONSTR_DEFAULT");
  if (found === undefined) return undefined;
  const place = (constraint: Constraint) => source.offsets.ofByte(constraint.location ?? 0);
  const from = place(found);
  const next = Math.min(...constraints.map(place).filter((at) => at > from));
  const end = afterExpression(source.sql, from, Number.isFinite(next) ? next : source.sql.length);
  return withoutComments(source.sql.slice(from, end)).replace(/^(?:constraint\s+(?:"[^"]*"|\S+)\s+)?default\s*/i, "");
}
