export type Block =
  | { kind: "heading"; text: string }
  | { kind: "paragraph"; text: string }
  | { kind: "list"; items: string[] };

const bare = (text: string): string =>
  text
    .replace(/\*\*|`/g, "")
    .replace(/\s+/g, " ")
    .trim();
const isRuler = (line: string): boolean => /^\|[-:| ]+\|$/.test(line.trim());

/** A brief without its reader: headings, paragraphs and lists stand where the formatted text will, so that nothing jumps. */
export const plainBrief = (markdown: string): Block[] =>
  markdown
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== "" && !part.trim().startsWith("# "))
    .map(blockOf);

function blockOf(part: string): Block {
  const text = part.trim();
  if (/^#+ /.test(text)) return { kind: "heading", text: bare(text.replace(/^#+ /, "")) };
  if (text.startsWith("- ")) return { kind: "list", items: text.slice(2).split(/\n- /).map(bare) };
  if (text.startsWith("|")) {
    const rows = text.split("\n").filter((line) => !isRuler(line));
    return {
      kind: "list",
      items: rows.map((row) => bare(row.replace(/^\s*\||\|\s*$/g, "").replaceAll(/\s*\|\s*/g, ": "))),
    };
  }
  return { kind: "paragraph", text: bare(text) };
}
