import type { Fix } from "@proofroom/domain/design/finding";
import type { Block } from "../text/fence.ts";
import type { Tell } from "../text/report.ts";
import { type Chart, drawnChart } from "./chart.ts";
import { type DrawnInWords, drawnInWords } from "./draw-words.ts";
import { withoutCode } from "./without-code.ts";

/** Letters that tell how a design works, in whatever script; fewer are a note, and what is meant to run has to be asked. */
const lettersTold = 120;

/** Diagrams that are not of what runs. */
const ofElse =
  /^\s*(?:erDiagram|stateDiagram(?:-v2)?|classDiagram|gantt|journey|timeline|mindmap|pie|quadrantChart|gitGraph|requirementDiagram|xychart(?:-beta)?)\b/;

const skeleton =
  "```mermaid, then flowchart LR, then lines such as client --> api[API service] --> db[(Database)], then ```";

/**
 * What runs by a document that draws nothing of it: the components that it lists, or a service and a database. Where it tells
 * next to nothing, or draws what cannot be read, that is asked, and null.
 */
export function notDrawn(text: string, blocks: readonly Block[], tell: Tell): Chart | null {
  const inWords = drawnInWords(text);
  const mermaid = blocks.filter(({ language }) => /^(?:mermaid|mmd)$/.test(language));
  const tells = (withoutCode(text).match(/\p{L}/gu) ?? []).length >= lettersTold;
  if (inWords.edit === null || !tells || mermaid.some((block) => !ofElse.test(block.text))) {
    ask(mermaid[0], inWords, tell);
    return null;
  }
  const message = `No diagram shows what runs, so this is started: ${inWords.labels.join(", ")}. Draw a flowchart, and what you draw is started instead.`;
  const place = { from: 0, to: Math.max(0, text.indexOf("\n")) };
  tell({ severity: "warning", rule: "not-drawn", message, ...place, fixes: fixesOf(inWords) });
  return drawnChart(text, place, inWords.edit);
}

function ask(shown: Block | undefined, inWords: DrawnInWords, tell: Tell): void {
  const first = shown === undefined ? "" : (/\S[^\n]*/.exec(shown.text)?.[0].trim() ?? "an empty block");
  const message =
    shown === undefined
      ? `The diagram is missing, so nothing can be started. Draw it as ${skeleton}.`
      : `What gets deployed is drawn as a flowchart; this is ${first.slice(0, 40)}. Begin with flowchart LR.`;
  const common = { severity: "question", rule: "no-flowchart", stopsRun: true } as const;
  tell({ ...common, message, from: shown?.at ?? 0, fixes: fixesOf(inWords) });
}

const fixesOf = ({ label, edit }: DrawnInWords): Fix[] => (edit === null ? [] : [{ label, edits: [edit] }]);
