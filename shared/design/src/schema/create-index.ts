import type { IndexStmt } from "libpg-query";
import { type Catalog, lineOf } from "./catalog.ts";
import { addUnique, columnsExist, whereIs } from "./constraint.ts";
import { foldedOf, hashOf } from "./hash-of.ts";
import { filledIn, oneOfs } from "./one-of.ts";

/** Adds an index to its table. An expression counts as a column named `""`, which no lookup can use. */
export function createIndex(catalog: Catalog, statement: IndexStmt): void {
  const name = statement.relation?.relname ?? "";
  const at = catalog.source.offsets.ofByte(statement.relation?.location ?? 0);
  const table = catalog.tables.get(name);
  if (table === undefined) {
    if (catalog.views.has(name)) return;
    const message = `The index is on ${name}, which does not exist at this line; ${whereIs(catalog, name)}.`;
    catalog.tell({ severity: "error", rule: "unknown-table", message, from: at, to: at + name.length });
    return;
  }
  const columns = (statement.indexParams ?? []).map((node) => ("IndexElem" in node ? (node.IndexElem.name ?? "") : ""));
  const included = (statement.indexIncludingParams ?? []).map((node) =>
    "IndexElem" in node ? (node.IndexElem.name ?? "") : "",
  );
  if (!columnsExist(catalog, table, [...columns, ...included], at)) return;
  const isUnique = statement.unique === true;
  const isPartial = statement.whereClause !== undefined;
  const hashed = (statement.indexParams ?? []).map((node) => {
    const { name: column, expr } = "IndexElem" in node ? node.IndexElem : {};
    return column === undefined ? hashOf(expr) : [column];
  });
  const isHashed = columns.includes("") && hashed.every((list) => list !== undefined);
  const folded = (statement.indexParams ?? []).map((node) => {
    const { name: column, expr } = "IndexElem" in node ? node.IndexElem : {};
    return column === undefined ? foldedOf(expr) : [column];
  });
  const isFolded = columns.includes("") && folded.every((list) => list !== undefined);
  const only = oneOfs(statement.whereClause);
  const filled = filledIn(statement.whereClause);
  if (isUnique && !isPartial && !columns.includes("")) addUnique(catalog, table, columns, at);
  table.indexes.push({
    ...(statement.idxname === undefined ? {} : { name: statement.idxname }),
    columns,
    unique: isUnique,
    partial: isPartial,
    ...(isHashed ? { hashOf: hashed.flatMap((list) => list ?? []) } : {}),
    ...(isFolded ? { anyCase: folded.flatMap((list) => list ?? []) } : {}),
    ...(only === null ? {} : { only }),
    ...(filled.length === 0 ? {} : { filled }),
    line: lineOf(catalog, at),
  });
}
