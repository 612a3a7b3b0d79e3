import { blanked } from "../text/code-apart.ts";
import { blocksIn } from "../text/fence.ts";
import type { Tell } from "../text/report.ts";
import { afterQuoted } from "./sql-text.ts";

/** What stands at the beginning of a statement and is meant for the client or the server as a whole, with what to say of it. */
const asides: readonly (readonly [pattern: RegExp, message: string])[] = [
  [/\\[a-z!?][^\n]*/iy, "A command of psql is not run: what it asks for concerns the client, not the schema."],
  [
    /(?:use[ \t]+[`"]?[\w$-]{1,64}[`"]?[ \t]*(?:;|(?=\r?\n|$))|create\s+database\b[^;]{0,400}(?:;|$))/iy,
    "The run already has a database of its own: this is not run, and the schema is applied there.",
  ],
];

/**
 * A schema without what psql, a script for a whole server, or the Markdown around its code blocks says beside it. Blanks stand in its
 * place, so that every offset stays as it is in the document.
 */
export function withoutClientLines(document: string, tell: Tell): string {
  const sql = onlyCode(document);
  let text = "";
  let kept = 0;
  let isBeginning = true;
  for (let at = 0; at < sql.length;) {
    const aside = isBeginning ? asideAt(sql, at) : null;
    if (aside !== null) {
      tell({ severity: "warning", rule: "statement", message: aside.message, from: at, to: aside.to });
      text += sql.slice(kept, at) + blanked(sql.slice(at, aside.to));
      kept = at = aside.to;
      continue;
    }
    const next = afterQuoted(sql, at);
    const isComment = next > at && /^(?:--|\/\*)/.test(sql.slice(at, at + 2));
    const sign = sql[at] ?? "";
    if (!isComment) isBeginning = sign === ";" || (isBeginning && /\s/.test(sign));
    at = Math.max(next, at + 1);
  }
  return text + sql.slice(kept);
}

function asideAt(sql: string, at: number): { to: number; message: string } | null {
  for (const [pattern, message] of asides) {
    pattern.lastIndex = at;
    const found = pattern.exec(sql)?.[0];
    if (found !== undefined) return { to: at + found.length, message };
  }
  return null;
}

/** Of a page with the schema in blocks of code only those, where there are any. */
export function onlyCode(document: string): string {
  if (!/^[ \t]{0,3}(?:```|~~~)/m.test(document)) return document;
  const blocks = blocksIn(document).filter(({ language }) => /^(?:|json|ddl|.{0,12}sql(?:ite)?)$/.test(language));
  let text = "";
  for (const block of blocks) {
    text += blanked(document.slice(text.length, block.at)) + block.text;
  }
  return blocks.length === 0 ? document : text + blanked(document.slice(text.length));
}
