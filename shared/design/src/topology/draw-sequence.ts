import type { Fix } from "@proofroom/domain/design/finding";

const most = { lines: 400, parts: 20 };

/** What a sequence diagram says of who calls whom, drawn as a flowchart by a click; null of every other diagram. */
export function drawSequence(diagram: string, document: string): Fix | null {
  if (!/^\s*sequenceDiagram\b/.test(diagram)) return null;
  const labels = new Map<string, string>();
  const calls = new Set<string>();
  for (const line of diagram.split("\n").slice(0, most.lines)) {
    const [, declared, label] = /^\s*(?:participant|actor)\s+(\w{1,40})(?:\s+as\s+(.{1,60}?))?\s*$/.exec(line) ?? [];
    if (declared !== undefined) labels.set(declared, label ?? declared);
    // Dotted arrows answer; what is called is what the solid ones point at.
    const [, from, to] = /^\s*(\w{1,40})\s*-(?:>>?|\)|x)\s*[+-]?\s*(\w{1,40})\s*:/.exec(line) ?? [];
    if (from === undefined || to === undefined || from === to) continue;
    for (const part of [from, to]) if (!labels.has(part)) labels.set(part, part);
    calls.add(`${from} --> ${to}`);
  }
  if (calls.size === 0 || labels.size > most.parts) return null;
  const nodes = [...labels].map(([id, label]) => `  ${id}["${label.replaceAll(/["`]/g, "")}"]`);
  const chart = ["```mermaid", "flowchart LR", ...nodes, ...[...calls].map((call) => `  ${call}`), "```", ""];
  const before = document.endsWith("\n") ? "\n" : "\n\n";
  return {
    label: "Draw who calls whom as a flowchart",
    edits: [{ document: "design", from: document.length, to: document.length, insert: before + chart.join("\n") }],
  };
}
