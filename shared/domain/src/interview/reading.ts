import type { DesignModel } from "../design/model.ts";
import type { DocumentName, DocumentVersion } from "../document/document.ts";
import type { Subject } from "./subject.ts";

/** What the three documents say at one moment, read on the server after a commit. */
export interface Reading {
  texts: Record<DocumentName, string>;
  versions: Record<DocumentName, DocumentVersion>;
  model: DesignModel;
  /** What the problem is about, once somebody who knows it has heard of the reading. */
  subject?: Subject;
}

/** What one commit changed, in lines of the new text. `author` is a person's id. */
export interface Changed {
  document: DocumentName;
  version: DocumentVersion;
  author: string;
  /** Lines that are new or different, ascending; empty where lines were only removed. */
  lines: number[];
  removed: number;
}
