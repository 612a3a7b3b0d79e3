import type { Fix } from "@proofroom/domain/design/finding";
import { smallestEdit } from "../text/smallest-edit.ts";
import { type Dialect, rewritten } from "./dialect.ts";
import { indexesBehind } from "./mysql/indexes.ts";
import { mysql } from "./mysql/mysql.ts";
import { oracle } from "./oracle.ts";
import { sqlServer } from "./sql-server.ts";
import { sqlite } from "./sqlite.ts";
import { withTruths } from "./truths.ts";

interface Hint {
  message: string;
  at: number;
  to: number;
}

/** The dialect that a text shows by most, with each sort of what shows it once, in the order of the text; null where it shows none. */
export function dialectOf(sql: string): { dialect: Dialect; hints: Hint[] } | null {
  const [best] = [mysql, sqlServer, sqlite, oracle]
    .map((dialect) => ({ dialect, hints: hintsIn(sql, dialect) }))
    .toSorted((a, b) => b.hints.length - a.hints.length);
  return best === undefined || best.hints.length === 0 ? null : best;
}

const hintsIn = (sql: string, { hints }: Dialect): Hint[] =>
  hints
    .flatMap(([pattern, message]) => {
      const hit = pattern.exec(sql);
      const lead = hit === null ? 0 : hit[0].search(/[^\s,]/);
      return hit === null ? [] : [{ message, at: hit.index + lead, to: hit.index + hit[0].length }];
    })
    .toSorted((a, b) => a.at - b.at);

/** Beyond this, a text is no longer rewritten while somebody types. */
const mostRewritten = 32 * 1024;

/** One edit that turns a dialect's spellings into PostgreSQL's. */
export function rewriteFrom(dialect: Dialect, sql: string): Fix[] {
  if (sql.length > mostRewritten) return [];
  const moved = dialect === mysql ? indexesBehind(sql) : sql;
  const text = withTruths(rewritten(moved, dialect.rewrites));
  return text === sql ? [] : [{ label: "Rewrite for PostgreSQL", edits: [smallestEdit("schema", sql, text)] }];
}
