import type { Drawing } from "./drawing.ts";

const mostLines = 400;

const name = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{N}_ .]{0,38}?[\p{L}\p{N}_.])??`;
const declares = new RegExp(
  String.raw`^\s*(?:create\s+)?(participant|actor)\s+(${name})(?:@\{[^}]*\})?(?:\s+as\s+(.{1,60}?))?\s*$`,
  "u",
);
// Dotted arrows answer; what is called is what the solid ones point at.
const calls = new RegExp(String.raw`^\s*(${name})\s*-(?:>>?|\)|x)\s*[+-]?\s*(${name})\s*:`, "u");

export const isSequence = (diagram: string): boolean => /^(?:\s*%%[^\n]*\n)*\s*sequenceDiagram\b/.test(diagram);

/** What a sequence diagram says of who calls whom. */
export function readSequence(diagram: string): Drawing {
  const drawing: Drawing = { parts: new Map(), calls: [] };
  for (const line of diagram.split("\n").slice(0, mostLines)) {
    const [, word, declared, label] = declares.exec(line) ?? [];
    if (declared !== undefined)
      drawing.parts.set(declared, { label: label ?? declared, ...(word === "actor" ? { kind: "client" } : {}) });
    const [, from, to] = calls.exec(line) ?? [];
    if (from === undefined || to === undefined || from === to) continue;
    if (!drawing.calls.some((call) => call.from === from && call.to === to)) drawing.calls.push({ from, to });
    for (const part of [from, to]) if (!drawing.parts.has(part)) drawing.parts.set(part, { label: part });
  }
  return drawing;
}
