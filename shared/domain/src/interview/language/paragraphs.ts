/** Lines of prose that belong together: a paragraph, one entry of a list, one row of a table. */
export interface Paragraph {
  line: number;
  endLine: number;
  text: string;
  /** The heading above it. */
  heading: string;
}

/** The prose of a Markdown text: fences, comments and headings are left out. Its lines are joined by a space. */
export function paragraphsOf(lines: readonly string[]): Paragraph[] {
  const found: Paragraph[] = [];
  let heading = "";
  let isOpen = false;
  let isFenced = false;
  for (const [n, line] of lines.entries()) {
    const isFence = (line.includes("```") || line.includes("~~~")) && /^\s*(?:```|~~~)/.test(line);
    if (isFence) isFenced = !isFenced;
    const title = line.includes("#") ? /^\s{0,3}#{1,6}\s+(.*)$/.exec(line)?.[1] : undefined;
    if (isFence || isFenced || title !== undefined || line.trim() === "" || /^\s*(?:<!--|%%|[|\s:-]+$)/.test(line)) {
      isOpen = false;
      if (!isFenced && title !== undefined) heading = title.trim();
      continue;
    }
    const last = found.at(-1);
    if (!isOpen || last === undefined || /^\s*(?:[-*+]|\d+[.)])\s|^\s*\|/.test(line)) {
      found.push({ line: n + 1, endLine: n + 1, text: line.trim(), heading });
      isOpen = true;
    } else {
      last.endLine = n + 1;
      last.text += ` ${line.trim()}`;
    }
  }
  return found;
}
