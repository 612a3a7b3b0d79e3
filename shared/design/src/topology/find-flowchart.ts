import type { Tell } from "../text/report.ts";
import { asFlowchart } from "./drawing.ts";
import { isOtherNotation, readOtherNotation } from "./other-notations.ts";
import { readSequence } from "./sequence.ts";
import { drawFix } from "./draw-words.ts";
import { type Block, blocksIn } from "../text/fence.ts";

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
  const mermaid = blocks.filter(({ language }) => /^(?:mermaid|mmd)$/.test(language));
  const named = mermaid.filter((block) => isFlowchart(block.text));
  const charts = named.length > 0 ? named : blocks.filter(isUnnamedChart);
  const [chart] = charts;
  const drawnEnd = chart === undefined || chart.isClosed ? null : endOfDrawing(chart);
  if (chart !== undefined && drawnEnd !== null) tellUnclosed(text, chart.at, drawnEnd, tell);
  if (chart !== undefined && named.length === 0) {
    const message = "The fence of this diagram does not say what it is; write ```mermaid.";
    tell({ severity: "warning", rule: "no-fence", message, from: text.lastIndexOf("\n", chart.at - 2) + 1 });
  }
  for (const other of charts.slice(1)) {
    const message = "Two diagrams stand here, and the first one is deployed; draw all that runs in one.";
    tell({ severity: "warning", rule: "second-diagram", message, from: other.at });
  }
  const end = drawnEnd ?? (chart === undefined ? 0 : chart.at + chart.text.length);
  if (chart !== undefined) return { from: chart.at, to: end, end };
  const bare = unfenced(text, blocks);
  if (bare !== null) {
    const message = "The diagram stands without its fence; write ```mermaid above it and ``` below.";
    tell({ severity: "warning", rule: "no-fence", message, from: bare.from });
    return bare;
  }
  tellNoFlowchart(text, blocks, mermaid[0], tell);
  return null;
}

const isUnnamedChart = ({ language, text }: Block): boolean =>
  /^(?:|text|txt|plaintext|diagram|flowchart|flow|graph|md|markdown)$/.test(language) && isFlowchart(text);

/** A flowchart in the middle of prose, up to the first line that draws nothing. */
function unfenced(text: string, blocks: Block[]): Chart | null {
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

/** Offers what stands there in another notation, or in words, as a flowchart. */
function tellNoFlowchart(
  text: string,
  blocks: Block[],
  mermaid: Pick<Block, "at" | "text"> | undefined,
  tell: Tell,
): void {
  const plantUml = /^[ \t]*@startuml\b[\s\S]{0,8000}?^[ \t]*@enduml\b/m.exec(text);
  const other =
    blocks.find(({ language, text: code }) => isOtherNotation(language, code)) ??
    (plantUml === null ? undefined : { at: plantUml.index, text: plantUml[0] });
  const shown = other ?? mermaid;
  if (shown === undefined) {
    const message = `The diagram is missing, so nothing can be started. Draw it as ${skeleton}.`;
    tell({ severity: "question", rule: "no-flowchart", message, from: 0, stopsRun: true, fixes: [drawFix(text)] });
    return;
  }
  const first = /\S[^\n]*/.exec(shown.text)?.[0].trim() ?? "an empty block";
  const message = `What gets deployed is drawn as a flowchart; this is ${first.slice(0, 40)}. Begin with flowchart LR.`;
  const sequence = readSequence(shown.text);
  const isStates = /^\s*\[\*\]\s*-|^[^\n]{0,200}-{1,2}>\s*\[\*\]/m.test(shown.text);
  const drawn =
    sequence !== null
      ? asFlowchart(sequence, text, "Draw who calls whom as a flowchart")
      : other === undefined || isStates
        ? null
        : asFlowchart(readOtherNotation(other.text), text, "Draw the same as a flowchart");
  const fixes = [drawn ?? drawFix(text)];
  tell({ severity: "question", rule: "no-flowchart", message, from: shown.at, stopsRun: true, fixes });
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
