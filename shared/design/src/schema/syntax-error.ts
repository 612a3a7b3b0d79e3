import type { Fix } from "@proofroom/domain/design/finding";
import type { Tell } from "../text/report.ts";
import type { Source } from "./catalog.ts";
import { unclosedIn } from "./unclosed.ts";
import { dialectOf, rewriteFrom } from "./dialects.ts";

/**
 * Says what the parser could not read. Another database's dialect is named as such, with the rewrite, since the parser's own
 * words ("syntax error at or near …") would not help.
 */
export function tellSyntaxError(source: Source, tell: Tell, message: string, at: number): void {
  const foreign = dialectOf(source.sql);
  const reserved = /^[a-z_]+/i.exec(source.sql.slice(at))?.[0] ?? "";
  const isTable = /\btable\s+(?:if\s+not\s+exists\s+)?$/i.test(source.sql.slice(Math.max(0, at - 200), at));
  if (foreign === null && isTable && reserved !== "") {
    const to = at + reserved.length;
    const write = (label: string, insert: string): Fix => ({
      label,
      edits: [{ document: "schema", from: at, to, insert }],
    });
    const fixes = [write(`Rename it to ${reserved}s`, `${reserved}s`), write("Quote it", `"${reserved}"`)];
    const said = `${reserved} is a reserved word of SQL; rename the table, such as ${reserved}s, or quote it: "${reserved}".`;
    return tell({
      severity: "error",
      rule: "reserved-word",
      message: said,
      from: at,
      to,
      fixes: source.isOwnText ? fixes : [],
    });
  }
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

function plain(message: string): string {
  const short = message.length > 120 ? `${message.slice(0, 120)}…` : message;
  const near = /at or near "([\s\S]*)/.exec(short);
  if (near !== null)
    return `PostgreSQL cannot read this at "${near[1]?.replace(/"$/, "")}"; look at it and at what stands before.`;
  if (short.endsWith("at end of input"))
    return "The text ends in the middle of a statement; close its brackets and end it with a semicolon.";
  return `PostgreSQL cannot read this: ${short}.`;
}
