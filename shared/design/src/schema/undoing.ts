import type { Tell } from "../text/report.ts";

/** Lines with which tools part what a migration does from what undoes it. */
const tools = /^[ \t]{0,20}--[ \t]{0,20}(?:\+(?:goose|migrate)[ \t]{1,20}(up|down)\b|migrate:(up|down)\b)/i;
/** What people write where they part it themselves. */
const heading = /^[ \t]{0,20}--[ \t=*-]{0,40}(?:down|rollback|undo|revert)(?:[ \t]migration)?[ \t:=*-]{0,40}$/i;

/**
 * A schema without the part that undoes its migration. Blanks stand in its place, so that every offset stays as it is in the document.
 * Below a heading of one's own, a part that creates tables is no undoing.
 */
export function withoutUndoing(sql: string, tell: Tell): string {
  let text = "";
  let isUndone = false;
  /** The line that parts, until something is said below it. */
  let untold: { from: number; to: number } | null = null;
  const lines = sql.split("\n");
  const lastTable = lines.findLastIndex((line) => /^\s{0,40}create\s+table\b/i.test(line));
  for (const [n, line] of lines.entries()) {
    const [, goose, mate] = tools.exec(line) ?? [];
    const way = (goose ?? mate)?.toLowerCase();
    const begins = way === "down" || (way === undefined && heading.test(line) && n > lastTable);
    if (begins && !isUndone) untold = { from: text.length, to: text.length + line.length };
    isUndone = begins || (isUndone && way !== "up");
    if (isUndone && untold !== null && /^\s*[^\s-]/.test(line)) {
      const message = "What undoes the migration is not run: every run starts with an empty database.";
      tell({ severity: "warning", rule: "statement", message, ...untold });
      untold = null;
    }
    text += isUndone ? " ".repeat(line.length) : line;
    if (n < lines.length - 1) text += "\n";
  }
  return text;
}
