import type { Tell } from "../text/report.ts";
import { drawSequence } from "./draw-sequence.ts";
import { drawFix } from "./draw-words.ts";
import { type Block, blocksIn } from "./fence.ts";

export interface Chart {
  from: number;
  to: number;
  /** Where a directive can be added: below the last line of the diagram. */
  end: number;
}

const skeleton =
  "```mermaid, then flowchart LR, then lines such as client --> api[API service] --> db[(Database)], then ```";

/** The first flowchart of a Markdown text, or the text itself where it is one. Null has been told. */
export function findFlowchart(text: string, tell: Tell): Chart | null {
  const blocks = blocksIn(text);
  const mermaid = blocks.filter(({ language }) => language === "mermaid");
  const charts = mermaid.filter((block) => isFlowchart(block.text));
  const [chart] = charts;
  const drawnEnd = chart === undefined || chart.isClosed ? null : endOfDrawing(chart);
  if (chart !== undefined && drawnEnd !== null) tellUnclosed(text, chart.at, drawnEnd, tell);
  for (const other of charts.slice(1)) {
    const message = "Two diagrams stand here, and the first one is deployed; draw all that runs in one.";
    tell({ severity: "warning", rule: "second-diagram", message, from: other.at });
  }
  const end = drawnEnd ?? (chart === undefined ? 0 : chart.at + chart.text.length);
  if (chart !== undefined) return { from: chart.at, to: end, end };
  if (blocks.length === 0 && isFlowchart(text)) {
    const message = "The diagram stands without its fence; write ```mermaid above it and ``` below.";
    tell({ severity: "warning", rule: "no-fence", message, from: text.length - text.trimStart().length });
    return { from: 0, to: text.length, end: text.length };
  }
  const other = mermaid[0];
  if (other !== undefined) {
    const first = /\S[^\n]*/.exec(other.text)?.[0].trim() ?? "an empty block";
    const message = `What gets deployed is drawn as a flowchart; this is ${first.slice(0, 40)}. Begin with flowchart LR.`;
    const drawn = drawSequence(other.text, text);
    tell(
      drawn === null
        ? { severity: "error", rule: "no-flowchart", message, from: other.at }
        : { severity: "question", rule: "no-flowchart", message, from: other.at, stopsRun: true, fixes: [drawn] },
    );
    return null;
  }
  const unnamed = blocks.find(
    (block) => isFlowchart(block.text) || /^(?:plantuml|dot|graphviz|d2)$/.test(block.language),
  );
  const message =
    unnamed === undefined
      ? `The diagram is missing, so nothing can be started. Draw it as ${skeleton}.`
      : `This is not read as the diagram; draw it as ${skeleton}.`;
  const at = unnamed === undefined ? 0 : unnamed.at;
  const fixes = unnamed === undefined ? { fixes: [drawFix(text)] } : {};
  tell({ severity: "question", rule: "no-flowchart", message, from: at, stopsRun: true, ...fixes });
  return null;
}

/** Where a diagram ends whose fence does not: before the next heading, or with its last line. */
function endOfDrawing({ at, text }: Block): number {
  const lines = text.split("\n");
  const heading = lines.findIndex((line) => /^#{1,6}\s/.test(line));
  const drawn = lines.slice(0, heading === -1 ? lines.length : heading).join("\n");
  return at + drawn.trimEnd().length;
}

/** A diagram without its end may be half of one, and what stands below would be read as a part of it. */
function tellUnclosed(text: string, at: number, end: number, tell: Tell): void {
  const edits = [{ document: "design" as const, from: end, to: end, insert: "\n```\n" }];
  tell({
    severity: "question",
    rule: "open-fence",
    message: "The fence of this diagram is never closed: does the diagram end here, or is a part of it missing?",
    from: text.lastIndexOf("\n", at - 2) + 1,
    to: at - 1,
    stopsRun: true,
    fixes: [{ label: "It ends there; close it", edits }],
  });
}

/** Whether a diagram's first line, comments and front matter apart, begins a flowchart. */
function isFlowchart(text: string): boolean {
  const lines = text.split("\n");
  let at = 0;
  const passBlank = (): void => {
    while (at < lines.length && /^\s*(?:%%.*)?$/.test(lines[at] ?? "")) at++;
  };
  passBlank();
  if (lines[at]?.trim() === "---") at = lines.findIndex((line, n) => n > at && line.trim() === "---") + 1;
  passBlank();
  return /^\s*(?:graph|flowchart)\b/.test(lines[at] ?? "");
}
