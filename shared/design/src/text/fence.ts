export interface Block {
  language: string;
  /** Offset of the first character below the opening fence. */
  at: number;
  text: string;
  isClosed: boolean;
}

/** Also as an item of a list, `2. ```sql`; what is closed on its own line opens nothing. */
const fence =
  /^[ \t]{0,12}(?:(?:[-*+]|\d{1,3}[.)])[ \t]{1,4}){0,3}(`{3,}|~{3,}|:{3,}(?=[ \t]*mermaid))(?![^`]*`)[ \t]*(?:\{\.)?([\w-]*)/;

/** The mark of a fence and the language that it names, of a line that opens or closes one. */
export function fenceIn(line: string): { mark: string; language: string } | null {
  const [, mark, language = ""] = fence.exec(line) ?? [];
  return mark === undefined ? null : { mark, language: language.toLowerCase() };
}

/** Fenced code blocks of a Markdown text; one that is never closed reaches to its end. */
export function blocksIn(markdown: string): Block[] {
  const blocks: Block[] = [];
  let open: { mark: string; language: string; at: number } | null = null;
  let at = 0;
  for (const line of markdown.split("\n")) {
    const next = at + line.length + 1;
    const found = fenceIn(line);
    if (open === null && found !== null) {
      open = { ...found, at: next };
    } else if (open !== null && closes(line, open.mark)) {
      blocks.push({ language: open.language, at: open.at, text: markdown.slice(open.at, at), isClosed: true });
      open = null;
    }
    at = next;
  }
  if (open !== null)
    blocks.push({ language: open.language, at: open.at, text: markdown.slice(open.at), isClosed: false });
  return blocks;
}

const closes = (line: string, mark: string): boolean => {
  const trimmed = line.trim();
  return trimmed.length >= mark.length && trimmed === (mark[0] ?? "").repeat(trimmed.length);
};
