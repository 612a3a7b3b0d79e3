import type { Node } from "libpg-query";
import { quoted } from "./sql-text.ts";

/** The tables that these statements create parts of. */
export const partedIn = (statements: readonly Node[]): ReadonlySet<string> =>
  new Set(
    statements.flatMap((node) =>
      "CreateStmt" in node && node.CreateStmt.partbound !== undefined
        ? (node.CreateStmt.inhRelations ?? []).flatMap((one) =>
            "RangeVar" in one && one.RangeVar.relname !== undefined ? [one.RangeVar.relname] : [],
          )
        : [],
    ),
  );

/** The one part of a table that is made of parts where no statement creates any: without it every row is refused. Null of any other table. */
export function onlyPart(node: Node, sql: string, parted: ReadonlySet<string>): { table: string; sql: string } | null {
  if (!("CreateStmt" in node) || node.CreateStmt.partspec === undefined) return null;
  const { relname: table = "", schemaname } = node.CreateStmt.relation ?? {};
  if (table === "" || parted.has(table)) return null;
  const name = (one: string): string =>
    [schemaname, one].flatMap((part) => (part === undefined ? [] : [quoted(part)])).join(".");
  const bound = /\bpartition\s+by\s+hash\b/i.test(sql) ? "for values with (modulus 1, remainder 0)" : "default";
  return { table, sql: `create table ${name(`${table}_all`)} partition of ${name(table)} ${bound}` };
}
