import type { Drawing } from "./drawing.ts";
import { kindOf } from "./kinds.ts";

const mostLines = 400;

const name = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{N}_ .]{0,38}?[\p{L}\p{N}_.])??`;
const declares = new RegExp(
  String.raw`^\s*(?:create\s+)?(participant|actor)\s+(${name})(?:@\{[^}]*\})?(?:\s+as\s+(.{1,60}?))?\s*$`,
  "u",
);
// Dotted arrows answer; what is called is what the solid ones point at, and what is sent to without waiting, `--)`.
const calls = new RegExp(String.raw`^\s*(${name})\s*-(>>?|-?\)|x)\s*[+-]?\s*(${name})\s*:(.{0,400})`, "u");

export const isSequence = (diagram: string): boolean => /^(?:\s*%%[^\n]*\n)*\s*sequenceDiagram\b/.test(diagram);

/** What a sequence diagram says of who calls whom. */
export function readSequence(diagram: string): Drawing {
  const drawing: Drawing = { parts: new Map(), calls: [] };
  const asked = new Map<string, string>();
  for (const line of diagram.split("\n").slice(0, mostLines)) {
    const [, word, declared, label] = declares.exec(line) ?? [];
    if (declared !== undefined)
      drawing.parts.set(declared, { label: label ?? declared, ...(word === "actor" ? { kind: "client" } : {}) });
    const [, from, arrow, to, words = ""] = calls.exec(line) ?? [];
    if (from === undefined || to === undefined || from === to) continue;
    // What was asked may answer that way too.
    if (arrow === "-)" && drawing.calls.some((call) => call.from === to && call.to === from)) continue;
    asked.set(to, `${asked.get(to) ?? ""}\n${words}`);
    if (!drawing.calls.some((call) => call.from === from && call.to === to)) drawing.calls.push({ from, to });
    for (const part of [from, to]) if (!drawing.parts.has(part)) drawing.parts.set(part, { label: part });
  }
  return withStore(drawing, asked);
}

/** Where nothing is drawn that keeps rows by its name, what is asked for rows and asks nobody does: `P->>L: append version + 1`. */
function withStore(drawing: Drawing, asked: ReadonlyMap<string, string>): Drawing {
  const parts = [...drawing.parts].map(
    ([id, part]) => [id, part, part.kind ?? kindOf({ id, label: part.label, shape: "rect", at: 0 })] as const,
  );
  if (parts.some(([, , kind]) => kind === "database")) return drawing;
  const [store, ...more] = parts.filter(
    ([id, , kind]) =>
      kind === undefined && drawing.calls.every(({ from }) => from !== id) && ofRows.test(asked.get(id) ?? ""),
  );
  if (store === undefined || more.length > 0) return drawing;
  const [id, part] = store;
  return { ...drawing, parts: new Map([...drawing.parts, [id, { ...part, kind: "database" }]]) };
}

/** What is done with rows, as SQL says it or people do. */
const ofRows =
  /\b(?:select\b.{1,80}\bfrom|insert(?:s|ed)?|upsert\w*|append\w*|delete\s+from|begin|commit|rollback|for\s+update|rows?|entry|entries|records?)\b|\bupdate\b.{1,80}\b(?:set|where)\b/i;
