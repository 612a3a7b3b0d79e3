import { argumentsIn } from "../../text/arguments-in.ts";

const insert = /\binsert\s+into\s+[\w".`]{1,80}\s*\(([^()]{1,400})\)\s*values\s*\((.{1,400})/i;

/**
 * What a sentence that is an insert fills a column with: of `INSERT INTO links (code, hash) VALUES ($1, sha256($2))` and `hash` that
 * is `sha256($2)`. Undefined where it is no insert, null where it does not fill the column.
 */
export function insertedAs(sentence: string, column: string): string | null | undefined {
  const [, columns, values] = insert.exec(sentence) ?? [];
  if (columns === undefined || values === undefined) return undefined;
  const at = columns
    .split(",")
    .findIndex((one) => one.replaceAll(/[\s"`]/g, "").toLowerCase() === column.toLowerCase());
  return at === -1 ? null : (argumentsIn(values)[at]?.trim() ?? null);
}
