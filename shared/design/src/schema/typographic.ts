import type { Edit } from "@proofroom/domain/design/finding";
import { otherBlank } from "../text/plain-blanks.ts";
import type { Tell } from "../text/report.ts";
import { afterQuoted } from "./sql-text.ts";

const straight: Record<string, string> = { "‘": "'", "’": "'", "“": '"', "”": '"' };

/** Quotes that a word processor has bent: to SQL they are letters of a name. Told once, and straightened by a click. */
export function tellBentQuotes(sql: string, isOwnText: boolean, tell: Tell): void {
  const edits: Edit[] = [];
  for (let at = 0; at < sql.length && edits.length < 200;) {
    const next = afterQuoted(sql, at);
    const insert = straight[sql[at] ?? ""];
    if (insert !== undefined) edits.push({ document: "schema", from: at, to: at + 1, insert });
    at = Math.max(next, at + 1);
  }
  const [first] = edits;
  if (first === undefined) return;
  tell({
    severity: "error",
    rule: "bent-quotes",
    message: `SQL quotes are straight, and this one is bent: write ${first.insert}.`,
    from: first.from,
    to: first.to,
    fixes: isOwnText ? [{ label: "Straighten the quotes", edits }] : [],
  });
}

/** Blanks of a word processor or a web page are letters to SQL as well; told once, replaced by a click, and read as what they look like. */
export function withoutOtherBlanks(sql: string, tell: Tell): string {
  if (!otherBlank.test(sql)) return sql;
  const edits: Edit[] = [];
  for (let at = 0; at < sql.length;) {
    const next = Math.max(afterQuoted(sql, at), at + 1);
    if (next === at + 1 && otherBlank.test(sql[at] ?? ""))
      edits.push({ document: "schema", from: at, to: next, insert: " " });
    at = next;
  }
  const [first] = edits;
  if (first === undefined) return sql;
  const code = `U+${(sql.codePointAt(first.from) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  const what = code === "U+00A0" || code === "U+202F" ? "a blank that does not break" : "a blank of another width";
  const more = edits.length > 1 ? `, and ${edits.length - 1} more in this document` : "";
  tell({
    severity: "error",
    rule: "other-blank",
    message: `Here stands ${what} (${code})${more}, which PostgreSQL takes for a letter; write the blank of the keyboard.`,
    from: first.from,
    to: first.to,
    fixes: edits.length > mostEdits ? [] : [{ label: edits.length > 1 ? "Write blanks" : "Write a blank", edits }],
  });
  const parts = edits.map(({ from, to }, n) => `${sql.slice(edits[n - 1]?.to ?? 0, from)}${" ".repeat(to - from)}`);
  return parts.join("") + sql.slice(edits.at(-1)?.to ?? 0);
}

const mostEdits = 500;
