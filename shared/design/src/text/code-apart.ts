import { type Block, blocksIn } from "./fence.ts";

/**
 * A Markdown text with something else in place of what stands in its blocks of code, or in some of them; the lines of
 * their fences stay.
 */
export function codeApart(
  markdown: string,
  put: (code: string) => string,
  blocks: readonly Block[] = blocksIn(markdown),
): string {
  const parts: string[] = [];
  let from = 0;
  for (const { at, text: code } of blocks) {
    parts.push(markdown.slice(from, at), put(code));
    from = at + code.length;
  }
  return [...parts, markdown.slice(from)].join("");
}

/** Blanks in place of a text, so that every offset and line behind it stays. */
export const blanked = (text: string): string => text.replaceAll(/[^\n]/g, " ");
