import type { Fix } from "@proofroom/domain/design/finding";
import { blocksIn } from "../text/fence.ts";
import { asFlowchart } from "./drawing.ts";
import { readBoxes } from "./read-boxes.ts";
import { readChains } from "./read-chains.ts";
import { readListed } from "./read-listed.ts";

/**
 * What a text without a diagram can have drawn by a click: its boxes, the chains that it writes in words, the components
 * that it lists, else the least that runs.
 */
export function drawFix(document: string): Fix {
  const text = withoutCode(document);
  const boxes = readBoxes(text);
  const boxed = boxes === null ? null : asFlowchart(boxes, document, "Draw the same boxes as a flowchart");
  if (boxed !== null) return boxed;
  const chains = readChains(text);
  if (chains !== null) {
    const { labels, drawing, isOne } = chains;
    const drawn = asFlowchart(drawing, document, isOne ? `Draw ${labels.join(" → ")}` : namesOf(labels));
    if (drawn !== null) return drawn;
  }
  const listed = readListed(text);
  const drawn = listed === null ? null : asFlowchart(listed.drawing, document, namesOf(listed.labels));
  const least = {
    parts: new Map([
      ["client", { label: "Client" }],
      ["api", { label: "API service" }],
      ["db", { label: "Database" }],
    ]),
    calls: [
      { from: "client", to: "api" },
      { from: "api", to: "db" },
    ],
  };
  const label = "Draw a client, a service and a database";
  return drawn ?? asFlowchart(least, document, label) ?? { label, edits: [] };
}

const namesOf = (labels: readonly string[]): string =>
  labels.length <= 3 ? `Draw ${labels.join(", ")}` : `Draw ${labels.slice(0, 3).join(", ")} and the others`;

/** Arrows in code, and between states, are between no components. Offsets stay. */
function withoutCode(document: string): string {
  let text = document;
  for (const { language, at, text: code } of blocksIn(document))
    if (!/^(?:|text|txt|plain|plaintext|ascii|diagram)$/.test(language))
      text = text.slice(0, at) + code.replaceAll(/[^\n]/g, " ") + text.slice(at + code.length);
  return text;
}
