import type { Edit } from "@proofroom/domain/design/finding";
import type { ComponentKind } from "@proofroom/domain/design/model";
import { kindOf } from "./kinds.ts";

/** Who calls whom, as another notation says it. */
export interface Drawing {
  parts: Map<string, { label: string; kind?: ComponentKind }>;
  calls: { from: string; to: string; label?: string; async?: boolean }[];
}

const most = { parts: 24, calls: 60 };

/** The edit that draws the same as a flowchart below the text; null where nothing calls anything, or more than one page shows. */
export function asFlowchart({ parts, calls }: Drawing, document: string): Edit | null {
  for (const part of calls.flatMap(({ from, to }) => [from, to]))
    if (!parts.has(part)) parts.set(part, { label: part });
  if (calls.length === 0 || calls.length > most.calls || parts.size > most.parts) return null;
  const ids = idsOf(parts);
  const nodes = [...parts].map(([part, said]) => `  ${ids.get(part) ?? part}["${plain(said.label) || part}"]`);
  const arrows = new Set(
    calls.map(({ from, to, label: text = "", async = false }) => {
      const words = plain(text).replaceAll("|", "/");
      return `  ${ids.get(from) ?? from} ${async ? "-.->" : "-->"}${words === "" ? "" : `|"${words}"|`} ${ids.get(to) ?? to}`;
    }),
  );
  const kinds = [...parts].flatMap(([part, { label: text, kind }]) => {
    const read = kindOf({ id: part, label: text, shape: "rect", at: 0 });
    return kind === undefined || (read !== undefined && read !== "service") || read === kind
      ? []
      : [`  %% @${ids.get(part) ?? part} kind=${kind}`];
  });
  const chart = ["```mermaid", "flowchart LR", ...nodes, ...arrows, ...kinds, "```", ""];
  const before = document.endsWith("\n") ? "\n" : "\n\n";
  return { document: "design", from: document.length, to: document.length, insert: before + chart.join("\n") };
}

/** Names as people give them to components: what the drawing has, or else the first words of a label. */
function idsOf(parts: Drawing["parts"]): Map<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const [part, { label }] of parts) {
    const [own = ""] = /^[\p{L}\p{N}]+(?:[ _-][\p{L}\p{N}]+)?/u.exec(label) ?? [];
    const written = isNumbered.test(part) ? own.toLowerCase().replaceAll(/[ -]/g, "_") : part;
    const name = /^[\p{L}\p{N}_]{1,40}$/u.test(written) && written !== "end" ? written : `n${ids.size + 1}`;
    const id = taken.has(name) ? `n${ids.size + 1}` : name;
    ids.set(part, id);
    taken.add(id);
  }
  return ids;
}

/** How what has no name of its own is told apart. */
const isNumbered = /^n\d+$/;

const plain = (text: string): string =>
  text
    .replaceAll(/<[^<>]{0,40}>|\\n/g, " ")
    .replaceAll(/["`]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim()
    .slice(0, 80);
