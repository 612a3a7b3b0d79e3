import type { Edit } from "@proofroom/domain/design/finding";
import { addTo } from "../topology/chart.ts";
import type { Seen } from "./seen.ts";

/** The edit that adds lines to the end of the diagram, indented like its last one. */
export function drawEdits({ drawing }: Seen, lines: string[]): Edit[] {
  if (drawing === null) return [];
  const { chart } = drawing;
  const last = chart.text.slice(chart.from, chart.end).trimEnd().split("\n").at(-1) ?? "";
  const indent = /^\s*(?:graph|flowchart|end)\b/.test(last) ? "  " : (/^[ \t]*/.exec(last)?.[0] ?? "  ");
  return [addTo(chart, lines.map((line) => `${indent}${line}\n`).join(""))];
}
