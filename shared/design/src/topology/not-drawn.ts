import type { Fix } from "@proofroom/domain/design/finding";
import type { Block } from "../text/fence.ts";
import type { Tell } from "../text/report.ts";
import { type Chart, drawnChart } from "./chart.ts";
import { type DrawnInWords, drawnInWords } from "./draw-words.ts";

/** Letters that tell how a design works, in whatever script; fewer are a note, and what is meant to run has to be asked. */
const lettersTold = 120;

/** Diagrams that are not of what runs. */
const ofElse =
  /^\s*(?:erDiagram|stateDiagram(?:-v2)?|classDiagram|gantt|journey|timeline|mindmap|pie|quadrantChart|gitGraph|requirementDiagram|xychart(?:-beta)?)\b/;

const skeleton =
  "```mermaid, then flowchart LR, then lines such as client --> api[API service] --> db[(Database)], then ```";

/** What a document draws, which of its flowcharts show something else than what runs, and what it says beside its code. */
interface Parts {
  mermaid: readonly Block[];
  elsewhere: readonly Block[];
  prose: string;
}

/**
 * What runs by a document that draws nothing of it: the components that it lists, or a service and a database. Where it tells
 * next to nothing, or draws what cannot be read, that is asked, and null.
 */
export function notDrawn(text: string, { mermaid, elsewhere, prose }: Parts, tell: Tell): Chart | null {
  const inWords = drawnInWords(text, prose);
  const unread = mermaid.filter((block) => !ofElse.test(block.text) && !elsewhere.includes(block));
  const tells = (prose.match(/\p{L}/gu) ?? []).length >= lettersTold;
  if (inWords.edit === null || !tells || unread.length > 0) {
    const [shown = elsewhere[0]] = mermaid;
    tellUndrawn(shown, shown !== undefined && elsewhere.includes(shown), inWords, tell);
    return null;
  }
  const message = `No diagram shows what runs, so this is started: ${inWords.labels.join(", ")}. Draw a flowchart, and what you draw is started instead.`;
  const from = elsewhere[0]?.at ?? 0;
  const place = { from, to: Math.max(from, text.indexOf("\n", from)) };
  tell({ severity: "warning", rule: "not-drawn", message, ...place, fixes: fixesOf(inWords) });
  return drawnChart(text, place, inWords.edit, "default");
}

function tellUndrawn(shown: Block | undefined, isElse: boolean, inWords: DrawnInWords, tell: Tell): void {
  const common = { severity: "question", rule: "no-flowchart", stopsRun: true } as const;
  tell({ ...common, message: missing(shown, isElse), from: shown?.at ?? 0, fixes: fixesOf(inWords) });
}

function missing(shown: Block | undefined, isElse: boolean): string {
  if (shown === undefined) return `The diagram is missing, so nothing can be started. Draw it as ${skeleton}.`;
  if (isElse)
    return "This flowchart names nothing that runs, such as an API service or a database; draw one of what gets deployed.";
  const first = /\S[^\n]*/.exec(shown.text)?.[0].trim() ?? "an empty block";
  return `What gets deployed is drawn as a flowchart; this is ${first.slice(0, 40)}. Begin with flowchart LR.`;
}

const fixesOf = ({ label, edit }: DrawnInWords): Fix[] => (edit === null ? [] : [{ label, edits: [edit] }]);
