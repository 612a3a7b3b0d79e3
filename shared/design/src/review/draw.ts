import type { Edit } from "@proofroom/domain/design/finding";
import type { Seen } from "./seen.ts";

/** The edit that adds lines to the end of the diagram, indented like its last one. */
export function drawEdits({ drawing, texts }: Seen, lines: string[]): Edit[] {
  if (drawing === null) return [];
  const { chart } = drawing;
  const before = texts.design.slice(chart.from, chart.end);
  const last = before.trimEnd().split("\n").at(-1) ?? "";
  const indent = /^\s*(?:graph|flowchart|end)\b/.test(last) ? "  " : (/^[ \t]*/.exec(last)?.[0] ?? "  ");
  const newline = before === "" || before.endsWith("\n") ? "" : "\n";
  const insert = newline + lines.map((line) => `${indent}${line}\n`).join("");
  return [{ document: "design", from: chart.end, to: chart.end, insert }];
}
