import type { Block } from "../text/fence.ts";

/** A document without what its blocks of code say: arrows there, and between states, are between no components. Offsets stay. */
export function withoutCode(document: string, blocks: readonly Block[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { language, at, text: code } of blocks) {
    if (/^(?:|text|txt|plain|plaintext|ascii|diagram)$/.test(language)) continue;
    parts.push(document.slice(from, at), code.replaceAll(/[^\n]/g, " "));
    from = at + code.length;
  }
  return [...parts, document.slice(from)].join("");
}
