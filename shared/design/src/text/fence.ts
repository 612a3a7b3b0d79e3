export interface Block {
  language: string;
  /** Offset of the first character below the opening fence. */
  at: number;
  text: string;
  isClosed: boolean;
}

const fence = /^[ \t]{0,12}(`{3,}|~{3,}|:{3,}(?=[ \t]*mermaid))[ \t]*(?:\{\.)?([\w-]*)/;

/** Fenced code blocks of a Markdown text; one that is never closed reaches to its end. */
export function blocksIn(markdown: string): Block[] {
  const blocks: Block[] = [];
  let open: { mark: string; language: string; at: number } | null = null;
  let at = 0;
  for (const line of markdown.split("\n")) {
    const next = at + line.length + 1;
    const found = fence.exec(line);
    if (open === null && found !== null) {
      open = { mark: found[1] ?? "", language: (found[2] ?? "").toLowerCase(), at: next };
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
