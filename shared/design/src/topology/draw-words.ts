import type { Fix } from "@proofroom/domain/design/finding";
import { asFlowchart } from "./drawing.ts";
import { readListed } from "./read-listed.ts";
import { withoutCode } from "./without-code.ts";

/** What a text without a diagram can have drawn by a click: the components that it lists, else the least that runs. */
export function drawFix(document: string): Fix {
  const listed = readListed(withoutCode(document));
  const drawn = listed === null ? null : asFlowchart(listed.drawing, document);
  if (listed !== null && drawn !== null) return { label: namesOf(listed.labels), edits: [drawn] };
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
  const edit = asFlowchart(least, document);
  return { label: "Draw a client, a service and a database", edits: edit === null ? [] : [edit] };
}

const namesOf = (labels: readonly string[]): string =>
  labels.length <= 3 ? `Draw ${labels.join(", ")}` : `Draw ${labels.slice(0, 3).join(", ")} and the others`;
