import type { Edit } from "@proofroom/domain/design/finding";
import { asFlowchart } from "./drawing.ts";
import { readListed } from "./read-listed.ts";

/** What a text without a diagram can have drawn: what the click is called, the components, and the edit, where there is one. */
export interface DrawnInWords {
  label: string;
  labels: string[];
  edit: Edit | null;
}

/** The components that the prose of a document lists, as a flowchart; else the least that runs. */
export function drawnInWords(document: string, prose: string): DrawnInWords {
  const listed = readListed(prose);
  const drawn = listed === null ? null : asFlowchart(listed.drawing, document);
  if (listed !== null && drawn !== null) return { label: namesOf(listed.labels), labels: listed.labels, edit: drawn };
  const labels = ["Client", "API service", "Database"];
  const least = { parts: new Map(labels.map((label, n) => [ids[n] ?? label, { label }])), calls: callsInTurn };
  return { label: "Draw a client, a service and a database", labels, edit: asFlowchart(least, document) };
}

const ids = ["client", "api", "db"];
const callsInTurn = [
  { from: "client", to: "api" },
  { from: "api", to: "db" },
];

const namesOf = (labels: readonly string[]): string =>
  labels.length <= 3 ? `Draw ${labels.join(", ")}` : `Draw ${labels.slice(0, 3).join(", ")} and the others`;
