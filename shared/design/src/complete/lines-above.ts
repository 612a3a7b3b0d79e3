/**
 * The lines that the last one stands below by its indentation, the nearest first, without theirs. An item may stand
 * right below its key; a line longer than `longest` is passed over.
 */
export function linesAbove(lines: readonly string[], longest: number): string[] {
  const found: string[] = [];
  let indent = reachOf(lines.at(-1) ?? "");
  for (let n = lines.length - 2; n >= 0 && indent > 0; n--) {
    const line = lines[n] ?? "";
    if (line.length > longest || line.trim() === "" || indentOf(line) >= indent) continue;
    indent = reachOf(line);
    found.push(line.trim());
  }
  return found;
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

const reachOf = (line: string): number => indentOf(line) + (/^\s*-\s/.test(line) ? 1 : 0);

const mostBeside = 50;

/** The lines right above the last one that are indented like it, the nearest first. */
export function besides(lines: readonly string[], longest: number): string[] {
  const indent = indentOf(lines.at(-1) ?? "");
  const found: string[] = [];
  for (let n = lines.length - 2; n >= 0 && lines.length - n < mostBeside; n--) {
    const line = lines[n] ?? "";
    if (line.length > longest || line.trim() === "") continue;
    if (indentOf(line) < indent) break;
    if (indentOf(line) === indent) found.push(line.trim());
  }
  return found;
}
