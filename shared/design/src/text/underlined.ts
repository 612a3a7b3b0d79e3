import { fenceIn } from "./fence.ts";

/**
 * A Markdown text whose headings that are underlined, by `===` or `---`, stand behind `#` and `##` as the others do; as many lines as
 * before. A line of a list, a table or a quotation is none, nor is one that goes on from another.
 */
export function withSigns(markdown: string): string {
  if (!/^ {0,3}(?:={2,}|-{2,})[ \t]*$/m.test(markdown)) return markdown;
  const lines = markdown.split("\n");
  let fence = false;
  for (const [at, line] of lines.entries()) {
    if (fenceIn(line) !== null) fence = !fence;
    const level = /^ {0,3}={2,}[ \t]*$/.test(line) ? "#" : /^ {0,3}-{2,}[ \t]*$/.test(line) ? "##" : undefined;
    const title = lines[at - 1] ?? "";
    const isAlone = at < 2 || (lines[at - 2] ?? "").trim() === "";
    if (fence || level === undefined || !isAlone || !isTitle.test(title)) continue;
    lines[at - 1] = `${level} ${title.trim()}`;
    lines[at] = "";
  }
  return lines.join("\n");
}

const isTitle = /^ {0,3}(?![-*+>#|:=]\s|\d{1,3}[.)]\s|\||[-=]{2,}\s*$)\S[^\n|]{0,100}$/;
