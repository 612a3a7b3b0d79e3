import type { Tell } from "../text/report.ts";
import { drawFix } from "./draw-words.ts";
import { blocksIn } from "./fence.ts";

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
  const chart = mermaid.find((block) => isFlowchart(block.text));
  if (chart !== undefined)
    return { from: chart.at, to: chart.at + chart.text.length, end: chart.at + chart.text.length };
  if (blocks.length === 0 && isFlowchart(text)) {
    const message = "The diagram stands without its fence; write ```mermaid above it and ``` below.";
    tell({ severity: "warning", rule: "no-fence", message, from: text.length - text.trimStart().length });
    return { from: 0, to: text.length, end: text.length };
  }
  const other = mermaid[0];
  if (other !== undefined) {
    const first = /\S[^\n]*/.exec(other.text)?.[0].trim() ?? "an empty block";
    const message = `What gets deployed is drawn as a flowchart; this is ${first.slice(0, 40)}. Begin with flowchart LR.`;
    tell({ severity: "error", rule: "no-flowchart", message, from: other.at });
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
