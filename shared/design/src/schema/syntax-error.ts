import type { Fix } from "@proofroom/domain/design/finding";
import type { Tell } from "../text/report.ts";
import type { Source } from "./catalog.ts";
import { unclosedIn } from "./unclosed.ts";
import { dialectOf, rewriteFrom } from "./dialects.ts";

/** Of a text in which no line begins one of these, `#` is a comment of another language than MySQL's. */
const statement = /^[ \t]{0,40}(?:create|alter|insert|drop)\s/im;

/**
 * Says what the parser could not read. Another database's dialect is named as such, with the rewrite, since the parser's own
 * words ("syntax error at or near …") would not help.
 */
export function tellSyntaxError(source: Source, tell: Tell, message: string, at: number): void {
  const hash = /^[ \t]{0,40}#/m.exec(source.sql);
  if (hash !== null && !statement.test(source.sql)) {
    const said =
      "Nothing here is SQL, and a run needs SQL. Write each table as CREATE TABLE, such as create table links (id bigint primary key).";
    return tell({ severity: "error", rule: "syntax", message: said, from: hash.index });
  }
  const foreign = dialectOf(source.sql);
  const reserved = /^[a-z_]+/i.exec(source.sql.slice(at))?.[0] ?? "";
  const named =
    foreign === null && reserved !== ""
      ? whatIsNamed(
          source.sql.slice(Math.max(0, at - 400), at),
          source.sql.slice(at + reserved.length, at + reserved.length + 80),
        )
      : null;
  if (named !== null) return tellReserved(source, tell, { word: reserved, at, ...named });
  if (foreign === null) {
    const open = message.startsWith("unterminated") ? unclosedIn(source.sql) : null;
    const said = open === null ? { message: plain(message), from: at } : { message: open.message, from: open.at };
    return tell({ severity: "error", rule: "syntax", ...said });
  }
  const { dialect, hints } = foreign;
  const fixes = source.isOwnText ? rewriteFrom(dialect, source.sql) : [];
  for (const [n, hint] of hints.entries()) {
    tell({
      severity: "error",
      rule: dialect.rule,
      message: hint.message,
      from: hint.at,
      to: hint.to,
      ...(n === 0 ? { fixes } : {}),
    });
  }
}

interface Named {
  what: "table" | "column";
  /** A name that SQL leaves free. */
  instead: (word: string) => string;
}

const typeWord =
  /^\s+(?:uuid|text|citext|varchar|character|char|int|integer|int[248]|bigint|smallint|serial|bigserial|numeric|decimal|real|double|float\d?|boolean|bool|date|timestamp|timestamptz|time|interval|jsonb?|bytea|inet)\b/i;

/** What the word before which the parser stopped was to name. */
function whatIsNamed(before: string, after: string): Named | null {
  if (/\b(?:table|references)\s+(?:if\s+not\s+exists\s+)?$/i.test(before))
    return { what: "table", instead: (word) => `${word}s` };
  const isColumn = /(?:[(,]|\badd\s+(?:column\s+)?)(?:\s|--[^\n]*\n)*$/i.test(before) && typeWord.test(after);
  return isColumn ? { what: "column", instead: (word) => freeName(word) } : null;
}

/** `order` → `position`, `user` → `user_id`; any other word with an underscore behind it. */
const freeName = (word: string): string =>
  ({ order: "position", user: "user_id", end: "ends_at", from: "starts_at", to: "ends_at", group: "group_name" })[
    word.toLowerCase()
  ] ?? `${word}_`;

function tellReserved(
  source: Source,
  tell: Tell,
  { word, at, what, instead }: Named & { word: string; at: number },
): void {
  const to = at + word.length;
  const other = instead(word);
  const write = (label: string, insert: string): Fix => ({
    label,
    edits: [{ document: "schema", from: at, to, insert }],
  });
  const fixes = [write(`Rename it to ${other}`, other), write("Quote it", `"${word}"`)];
  const message = `${word} is a reserved word of SQL; rename the ${what}, such as ${other}, or quote it: "${word}".`;
  tell({ severity: "error", rule: "reserved-word", message, from: at, to, fixes: source.isOwnText ? fixes : [] });
}

function plain(message: string): string {
  const short = message.length > 120 ? `${message.slice(0, 120)}…` : message;
  const near = /at or near "([\s\S]*)/.exec(short);
  if (near !== null)
    return `PostgreSQL cannot read this at "${near[1]?.replace(/"$/, "")}"; look at it and at what stands before.`;
  if (short.endsWith("at end of input"))
    return "The text ends in the middle of a statement; close its brackets and end it with a semicolon.";
  return `PostgreSQL cannot read this: ${short}.`;
}
