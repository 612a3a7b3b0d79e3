import type { Drawing } from "./drawing.ts";

const mostLines = 400;

/** What a sequence diagram says of who calls whom; null of every other diagram. */
export function readSequence(diagram: string): Drawing | null {
  if (!/^(?:\s*%%[^\n]*\n)*\s*sequenceDiagram\b/.test(diagram)) return null;
  const drawing: Drawing = { parts: new Map(), calls: [] };
  for (const line of diagram.split("\n").slice(0, mostLines)) {
    const [, word, declared, label] =
      /^\s*(?:create\s+)?(participant|actor)\s+(\w{1,40})(?:@\{[^}]*\})?(?:\s+as\s+(.{1,60}?))?\s*$/.exec(line) ?? [];
    if (declared !== undefined)
      drawing.parts.set(declared, { label: label ?? declared, ...(word === "actor" ? { kind: "client" } : {}) });
    // Dotted arrows answer; what is called is what the solid ones point at.
    const [, from, to] = /^\s*(\w{1,40})\s*-(?:>>?|\)|x)\s*[+-]?\s*(\w{1,40})\s*:/.exec(line) ?? [];
    if (from === undefined || to === undefined || from === to) continue;
    if (!drawing.calls.some((call) => call.from === from && call.to === to)) drawing.calls.push({ from, to });
    for (const part of [from, to]) if (!drawing.parts.has(part)) drawing.parts.set(part, { label: part });
  }
  return drawing;
}
