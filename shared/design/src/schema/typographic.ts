import type { Edit } from "@proofroom/domain/design/finding";
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
