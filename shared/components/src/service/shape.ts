import { isRecord, type Row, type Scope } from "./scope.ts";

/** What the steps found, in the form that the declared answer has; undefined where they found nothing. */
export function shaped(schema: Row, scope: Scope): unknown {
  if (scope.rows === null) return scope.row === null ? undefined : picked(schema, scope.row);
  const { rows, cursor } = scope;
  if (!isRecord(schema["properties"])) return rows.map((row) => picked(schema["items"], row));
  const body: Row = {};
  for (const [name, property] of Object.entries(schema["properties"])) {
    if (isRecord(property) && "items" in property) body[name] = rows.map((row) => picked(property["items"], row));
    else if (/cursor|next/i.test(name)) body[name] = cursor;
    else if (/count|total/i.test(name)) body[name] = rows.length;
  }
  return body;
}

/** The declared fields of a row, found though one says `longUrl` and the other `long_url`; all of it if none is declared. */
function picked(schema: unknown, row: Row): Row {
  if (!isRecord(schema) || !isRecord(schema["properties"])) return row;
  const columns = new Map(Object.keys(row).map((column) => [plain(column), column]));
  const body: Row = {};
  for (const name of Object.keys(schema["properties"])) {
    const column = Object.hasOwn(row, name) ? name : columns.get(plain(name));
    if (column !== undefined) body[name] = row[column];
  }
  return Object.keys(body).length === 0 ? row : body;
}

const plain = (name: string): string => name.replaceAll(/[_-]/g, "").toLowerCase();
