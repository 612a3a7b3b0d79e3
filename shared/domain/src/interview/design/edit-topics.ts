import { DocumentName } from "../../document/document.ts";
import { placeOf, viewOf } from "./design-view.ts";
import type { Ask, IsNew } from "./edits/ask.ts";
import { columnAsks } from "./edits/columns.ts";
import { drawingAsks } from "./edits/drawing.ts";
import { endpointAsks } from "./edits/endpoints.ts";
import { lineAsks } from "./edits/lines.ts";
import { proseAsks } from "./edits/prose.ts";
import { sketchAsks } from "./edits/sketches.ts";
import { tableAsks } from "./edits/tables.ts";
import type { Changed, Reading } from "../reading.ts";
import type { Topic } from "../topic.ts";

const askers = [columnAsks, tableAsks, endpointAsks, sketchAsks, drawingAsks, proseAsks, lineAsks];

/** As many as are worth choosing from. */
const most = 40;

/** What to ask about the table, column, index, endpoint, node, edge or paragraph just written, most telling first. */
export function topicsOfEdit(now: Reading, changed: readonly Changed[]): Topic[] {
  const lines = new Map(
    DocumentName.options.map((name) => [
      name,
      new Set(changed.flatMap((one) => (one.document === name ? one.lines : []))),
    ]),
  );
  if ([...lines.values()].every((set) => set.size === 0)) return [];
  const isNew: IsNew = (document, line, endLine = line) => {
    const set = lines.get(document);
    for (let n = line; n <= endLine; n += 1) if (set?.has(n) === true) return true;
    return false;
  };
  const view = viewOf(now);
  return askers
    .flatMap((asks) => asks(view, isNew))
    .toSorted((a, b) => b.strength - a.strength || (a.id < b.id ? -1 : 1))
    .slice(0, most)
    .map((ask: Ask) => ({
      id: `edit:${ask.id}`,
      source: "edit" as const,
      facts: ask.facts,
      item: null,
      strength: ask.strength,
      place: placeOf(view, ask.document, ask.line, ask.endLine),
      wordings: [...ask.wordings],
      mended: "",
    }));
}
