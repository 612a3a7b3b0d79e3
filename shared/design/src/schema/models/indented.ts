import type { Part } from "./parts.ts";

/** A line with those that are set in below it. */
export interface Block {
  head: Part;
  body: Block[];
}

/** Lines of Python as they are set in: a class with its fields, of those `class Meta` with what it says. */
export function blocksIn(parts: readonly Part[]): Block[] {
  const all: Block[] = [];
  const open: { indent: number; body: Block[] }[] = [{ indent: -1, body: all }];
  for (const head of parts) {
    const isComment = head.code === "";
    while (open.length > 1 && !isComment && head.indent <= (open.at(-1)?.indent ?? -1)) open.pop();
    const block: Block = { head, body: [] };
    open.at(-1)?.body.push(block);
    if (!isComment && open.length < deepest) open.push({ indent: head.indent, body: block.body });
  }
  return all;
}

const deepest = 40;

/** What a block says as it stands there, with all below it. */
export const writtenIn = ({ head, body }: Block): string =>
  [head.code, head.comment, ...body.map(writtenIn)].filter((one) => one !== "").join("\n");
