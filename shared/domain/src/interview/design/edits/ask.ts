import type { DocumentName } from "../../../document/document.ts";
import type { DesignView } from "../design-view.ts";
import type { FactName } from "../../facts.ts";

/** A question about one thing that was written: `id` names the thing and the question. */
export interface Ask {
  id: string;
  document: DocumentName;
  line: number;
  endLine?: number;
  facts: FactName[];
  /** 0 to 1: how telling it is. */
  strength: number;
  wordings: [string, string, string];
}

/** Whether a line of a document was just written. */
export type IsNew = (document: DocumentName, line: number, endLine?: number) => boolean;

export type Asker = (view: DesignView, isNew: IsNew) => Ask[];
