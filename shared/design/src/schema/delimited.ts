import { blanked } from "../text/code-apart.ts";
import type { Tell } from "../text/report.ts";

/** `DELIMITER //` on a line of its own: what the client of MySQL takes for the end of a statement from there on. */
const delimiter = /^[ \t]{0,20}delimiter[ \t]{1,9}(\S{1,9})[ \t\r]{0,9}$/gim;

const creating =
  /\bcreate\s{1,9}(?:definer\s{0,9}=\s{0,9}\S{1,60}\s{1,9})?(function|procedure|trigger|event)\s{1,9}(?:if\s{1,9}not\s{1,9}exists\s{1,9})?[\w$."`]{0,64}?[`"]?(\w{1,63})[`"]?\s{0,9}\(/gi;

/**
 * A schema of MySQL without the functions and procedures between `DELIMITER //` and `DELIMITER ;`: they are read as what the endpoints that
 * call them do. Blanks stand in their place, so that every offset stays as it is. What a trigger or the clock runs stays.
 */
export function withoutDelimited(sql: string, tell: Tell): string {
  const marks = [...sql.matchAll(delimiter)];
  let text = "";
  for (const [n, { 0: line, 1: sign = "", index }] of marks.entries()) {
    if (sign === ";") continue;
    const closing = marks[n + 1];
    const to = closing === undefined ? sql.length : closing.index + closing[0].length;
    const block = sql.slice(index + line.length, closing?.index ?? sql.length);
    const created = [...block.matchAll(creating)];
    if (created.length === 0 || /\bcreate\b[^(]{0,90}\b(?:trigger|event)\b/i.test(block)) continue;
    for (const [head, kind = "", name = ""] of created) {
      const from = index + line.length + block.indexOf(head);
      const message = `The ${kind.toLowerCase()} ${name} is not run: what it asks and changes is read as what the endpoint that calls it does, and stands in the binding table.`;
      tell({ severity: "warning", rule: "statement", message, from, to: from + head.length });
    }
    text += sql.slice(text.length, index) + blanked(sql.slice(index, to));
  }
  return text + sql.slice(text.length);
}
