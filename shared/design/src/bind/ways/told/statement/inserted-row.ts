import type { Table } from "@proofroom/domain/design/model";
import { argumentsIn } from "../../../../text/arguments-in.ts";
import { tableNamed } from "./statement.ts";

/**
 * What a text writes into each column of a row that it adds to a table: of `INSERT INTO charge (key, state) VALUES (:key, 'STARTED')` both.
 * What stands behind dots, `VALUES (:key, …, 'STARTED')`, is told from the end. Null where no such statement names its columns.
 */
export function insertedRow(text: string, { name }: Table): ReadonlyMap<string, string> | null {
  const insert = new RegExp(
    String.raw`\binsert\s{1,9}into\s{1,9}${tableNamed(name)}\s{0,9}\(([^()]{1,400})\)\s{0,9}values\s{0,9}\(([^;]{1,600})`,
    "i",
  );
  const [, named = "", written = ""] = insert.exec(text) ?? [];
  const columns = named.split(",").map((one) => one.replaceAll(/[\s"`]/g, "").toLowerCase());
  const values = argumentsIn(written).map((one) => one.trim());
  if (named === "" || values.length > columns.length) return null;
  const dots = values.findIndex((one) => /^(?:…|\.{2,3})$/.test(one));
  if (dots === -1 && values.length < columns.length) return null;
  const behind = dots === -1 ? 0 : values.length - dots - 1;
  const known = columns.flatMap((column, n): [string, string][] => {
    const isBehind = n >= columns.length - behind;
    const value = isBehind ? values[values.length - (columns.length - n)] : values[n];
    return value === undefined || (dots !== -1 && !isBehind && n >= dots) ? [] : [[column, value]];
  });
  return new Map(known);
}
