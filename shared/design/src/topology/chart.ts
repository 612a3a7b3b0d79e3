import type { Edit } from "@proofroom/domain/design/finding";
import { endOfLine } from "../text/lines.ts";
import type { Remark, Tell } from "../text/report.ts";
import { type Flow, readFlow } from "./flow.ts";

/** A flowchart: as it stands in the design document, or as a click would draw what stands there in another notation. */
export interface Chart {
  /** The document, or what the click makes of it. */
  text: string;
  from: number;
  to: number;
  /** Where a directive can be added: below the last line of the diagram. */
  end: number;
  /** What it is drawn from, where that stands in the document, and the edit that is the click; a `default` is drawn by nobody. */
  drawnFrom?: { from: number; to: number; edit: Edit; is: "drawn" | "default" };
  /** What it says, where it has been read already to find out whether it shows what runs. */
  read?: FlowRead;
}

/** A flowchart with what is to be told of it, which is told where it is the one that is deployed. */
export interface FlowRead {
  flow: Flow;
  remarks: Remark[];
}

/** Reads the flowchart between two offsets and keeps what is to be told of it. */
export function flowRead(text: string, from: number, to: number): FlowRead {
  const remarks: Remark[] = [];
  return { flow: readFlow(text, from, to, (remark) => void remarks.push(remark)), remarks };
}

/** The diagram of a document with such an edit at its end, which it must hold. */
export function drawnChart(
  document: string,
  { from, to }: { from: number; to: number },
  edit: Edit,
  is: "drawn" | "default",
): Chart {
  const text = document.slice(0, edit.from) + edit.insert + document.slice(edit.to);
  const begins = text.indexOf("flowchart", edit.from);
  const end = text.lastIndexOf("```");
  return { text, from: begins, to: end, end, drawnFrom: { from, to, edit, is } };
}

/** The edit that adds lines below the diagram's last one; of one that is not drawn as a flowchart yet, it draws that as well. */
export function addTo({ text, from, end, drawnFrom }: Chart, lines: string): Edit {
  const before = text.slice(from, end);
  const insert = `${before === "" || before.endsWith("\n") ? "" : "\n"}${lines}`;
  if (drawnFrom === undefined) return { document: "design", from: end, to: end, insert };
  const { edit } = drawnFrom;
  return { ...edit, insert: text.slice(edit.from, end) + insert + text.slice(end) };
}

/** Where a component, or what is told of it, stands in the document. */
export function placeOf({ drawnFrom }: Chart, document: string, at: number, label: string): number {
  if (drawnFrom === undefined) return at;
  const found = document.slice(0, drawnFrom.to).indexOf(label, drawnFrom.from);
  return found === -1 ? drawnFrom.from : found;
}

/** Tells of a diagram in another notation what is told of the flowchart that it makes, at its first line. */
export const tellOf =
  ({ text, drawnFrom }: Chart, tell: Tell): Tell =>
  (remark: Remark) => {
    const isElsewhere = drawnFrom !== undefined && remark.from >= drawnFrom.edit.from;
    tell(isElsewhere ? { ...remark, from: drawnFrom.from, to: endOfLine(text, drawnFrom.from) } : remark);
  };
