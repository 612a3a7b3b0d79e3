import type { Edit } from "@proofroom/domain/design/finding";
import { type Block } from "../text/fence.ts";
import { asFlowchart, type Drawing } from "./drawing.ts";
import { kindOf } from "./kinds.ts";
import { isRunning } from "./shows-components.ts";
import { isOtherNotation, readOtherNotation } from "./other-notations.ts";
import { readBoxes } from "./read-boxes.ts";
import { readChains } from "./read-chains.ts";
import { isSequence, readSequence } from "./sequence.ts";

/** A drawing in another notation than a flowchart: where it stands, and the edit that draws it as one. */
export interface DrawnOtherwise {
  /** From the drawing's first line to its end. */
  from: number;
  to: number;
  /** "this sequence diagram" and the like. */
  notation: string;
  labels: string[];
  edit: Edit;
  /** Arrows between words are no drawing that anybody could be asked about. */
  is: "drawn" | "default";
}

/**
 * The first drawing of components that is no flowchart: a sequence, PlantUML, C4 and the like, boxes of signs, or arrows in words.
 * `prose` is the text without what its code says.
 */
export function drawnOtherwise(
  text: string,
  { blocks, prose }: { blocks: readonly Block[]; prose: string },
): DrawnOtherwise | null {
  for (const block of [...blocks, ...bareUml(text)]) {
    const notation = notationOf(block);
    const drawing = notation === null ? null : notation.read(block.text);
    const drawn = drawing === null || notation === null ? null : drawnAs(notation.name, drawing, text, block);
    if (drawn !== null) return drawn;
  }
  const boxes = readBoxes(prose);
  const boxed = boxes === null ? null : drawnAs("these boxes", boxes, text);
  if (boxed !== null) return boxed;
  const chains = readChains(prose);
  const written = chains === null ? null : drawnAs("these arrows", chains, text);
  return written === null ? null : { ...written, is: "default" };
}

type Placed = Pick<Block, "at" | "text">;

function notationOf({ language, text }: Pick<Block, "language" | "text">) {
  if (isSequence(text)) return { name: "this sequence diagram", read: readSequence };
  const isStates = /^\s*\[\*\]\s*-|^[^\n]{0,200}-{1,2}>\s*\[\*\]/m.test(text);
  return isOtherNotation(language, text) && !isStates ? { name: "this diagram", read: readOtherNotation } : null;
}

/** PlantUML says by itself where it begins. */
const bareUml = (text: string): (Placed & { language: string })[] =>
  [/^[ \t]*@startuml\b[\s\S]{0,8000}?^[ \t]*@enduml\b/m.exec(text)].flatMap((found) =>
    found === null ? [] : [{ language: "plantuml", at: found.index, text: found[0] }],
  );

function drawnAs(notation: string, drawing: Drawing, document: string, block?: Placed): DrawnOtherwise | null {
  const edit = asFlowchart(drawing, document);
  if (edit === null || !showsComponents(drawing)) return null;
  const labels = [...drawing.parts.values()].map(({ label }) => label);
  const from = block === undefined ? firstDrawn(document, labels) : block.at + block.text.search(/\S/);
  return {
    from,
    to: block === undefined ? document.length : block.at + block.text.length,
    notation,
    labels,
    edit,
    is: "drawn",
  };
}

/** Where the first line begins on which two of these are drawn, else where the first of them is named. */
function firstDrawn(document: string, labels: readonly string[]): number {
  const [first = "", second = ""] = labels.map((label) => label.split(" ")[0] ?? "");
  let at = 0;
  for (const line of document.split("\n")) {
    const begins = line.indexOf(first);
    if (begins !== -1 && line.includes(second, begins + first.length) && /[-─━═=]+[>►▶]|[→⇒⟶│|]/.test(line))
      return at + begins;
    at += line.length + 1;
  }
  return Math.max(0, document.indexOf(first));
}

/** States, too, follow each other; and two who meet at one database show what happens there, and nothing that serves them. */
function showsComponents({ parts, calls }: Drawing): boolean {
  const kinds = new Map(
    [...parts].map(([id, { label, kind }]) => [id, kind ?? kindOf({ id, label, shape: "rect", at: 0 })]),
  );
  const isUser = (id: string): boolean => [undefined, "client"].includes(kinds.get(id));
  const isOfUsers = calls.length > 0 && calls.every(({ from, to }) => isUser(from) && kinds.get(to) === "database");
  return !isOfUsers && [...kinds.values()].some(isRunning);
}
