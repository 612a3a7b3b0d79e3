import { blanked, codeApart } from "../text/code-apart.ts";
import { type Block, blocksIn } from "../text/fence.ts";
import type { Tell } from "../text/report.ts";
import { endOfLine } from "../text/lines.ts";
import { type Chart, drawnChart, type FlowRead, flowRead } from "./chart.ts";
import { drawnOtherwise } from "./drawn-otherwise.ts";
import { replicasIn } from "./kinds.ts";
import { notDrawn } from "./not-drawn.ts";
import { showsComponents } from "./shows-components.ts";

/**
 * The first flowchart of a Markdown text that shows what runs, or the text itself where it is one; else the one that its
 * first drawing in another notation makes, or its words. Null has been told.
 */
export function findFlowchart(text: string, tell: Tell): Chart | null {
  const blocks = blocksIn(text);
  const mermaid = blocks.filter(({ language }) => /^(?:mermaid|mmd)$/.test(language));
  const named = mermaid.filter((block) => isFlowchart(block.text));
  const charts = named.length > 0 ? named : blocks.filter(isUnnamedChart);
  const reads = new Map(charts.map((block) => [block, flowRead(text, block.at, block.at + block.text.length)]));
  const chart = charts.find((block) => !showsElse(reads.get(block)));
  const drawnEnd = chart === undefined || chart.isClosed ? null : endOfDrawing(chart);
  if (chart !== undefined && drawnEnd !== null) tellUnclosed(text, chart.at, drawnEnd, tell);
  if (chart !== undefined && named.length === 0) {
    const message = "The fence of this diagram does not say what it is; write ```mermaid.";
    tell({ severity: "warning", rule: "no-fence", message, from: text.lastIndexOf("\n", chart.at - 2) + 1 });
  }
  for (const other of chart === undefined ? [] : charts.filter((one) => one !== chart)) {
    const message =
      "Two diagrams stand here, and the first that shows components is deployed; draw all that runs in one.";
    tell({ severity: "warning", rule: "second-diagram", message, from: other.at });
  }
  if (chart !== undefined && drawnEnd !== null) return { text, from: chart.at, to: drawnEnd, end: drawnEnd };
  const read = chart === undefined ? undefined : reads.get(chart);
  if (chart !== undefined && read !== undefined) {
    const end = chart.at + chart.text.length;
    return { text, from: chart.at, to: end, end, read };
  }
  const bare = unfenced(text, blocks);
  if (bare !== null) {
    const message = "The diagram stands without its fence; write ```mermaid above it and ``` below.";
    tell({ severity: "warning", rule: "no-fence", message, from: bare.from });
    return { text, ...bare };
  }
  const prose = codeApart(text, blanked, blocks.filter(isCode));
  return otherwise(text, { blocks, prose }, tell) ?? notDrawn(text, { mermaid, elsewhere: charts, prose }, tell);
}

/** What is drawn in another notation, as the flowchart that a click would make of it. */
function otherwise(text: string, parts: { blocks: readonly Block[]; prose: string }, tell: Tell): Chart | null {
  const other = drawnOtherwise(text, parts);
  if (other === null) return null;
  const { from, to, notation, labels, edit, is } = other;
  const isCounted = labels.some((label) => replicasIn(label) !== undefined);
  const more = isCounted ? "which call waits for no answer" : "how many of each";
  const message = `What runs is read from ${notation}: ${labels.join(", ")}. Drawn as a flowchart, it can say more, such as ${more}.`;
  const fixes = [{ label: "Draw the same as a flowchart", edits: [edit] }];
  tell({ severity: "warning", rule: "drawn-otherwise", message, from, to: endOfLine(text, from), fixes });
  return drawnChart(text, { from, to }, edit, is);
}

/** Whether a flowchart can be read whole and shows something else than what runs. */
const showsElse = (read: FlowRead | undefined): boolean =>
  read !== undefined &&
  read.flow.isWhole &&
  read.flow.nodes.size > 0 &&
  !showsComponents([...read.flow.nodes.values()]);

/** Arrows there, and between states, are between no components. */
const isCode = ({ language }: Block): boolean => !/^(?:|text|txt|plain|plaintext|ascii|diagram)$/.test(language);

const isUnnamedChart = ({ language, text }: Block): boolean =>
  /^(?:|text|txt|plaintext|diagram|flowchart|flow|graph|md|markdown)$/.test(language) && isFlowchart(text);

/** A flowchart in the middle of prose, up to the first line that draws nothing. */
function unfenced(text: string, blocks: Block[]): Pick<Chart, "from" | "to" | "end"> | null {
  const header = /^[ \t]*(?:graph|flowchart)[ \t]+(?:TB|TD|BT|RL|LR)\b/gm;
  const found = blocks.length === 0 && isFlowchart(text) ? /\S/.exec(text) : header.exec(text);
  if (found === null || blocks.some(({ at, text: code }) => found.index >= at && found.index < at + code.length))
    return null;
  const from = found.index;
  let to = from;
  let isBeginning = true;
  for (const line of text.slice(from).split("\n")) {
    if (!isBeginning && !draws.test(line)) break;
    to += line.length + 1;
    isBeginning = false;
  }
  const end = Math.min(text.length, to);
  return { from, to: end, end };
}

const draws =
  /^\s*$|--|-\.|==|~~~|<-|%%|^\s*(?:subgraph|end|classDef|class|style|linkStyle|click|direction|graph|flowchart|accTitle|accDescr)\b|^\s*[\p{L}\p{N}_-]+\s*(?:[[({>]|@\{|&|:::|$)/u;

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
  return /^\s*(?:graph|flowchart)\b(?!\s*:)/.test(lines[at] ?? "");
}
