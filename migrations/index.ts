import type { Migration } from "kysely/migration";
import * as people from "./0001-people.ts";
import * as documents from "./0002-documents.ts";
import * as runs from "./0003-runs.ts";
import * as interview from "./0004-interview.ts";
import * as keyframes from "./0005-keyframes.ts";
import * as heldAnswers from "./0006-held-answers.ts";

/** In order; a migration that has landed is never edited. */
export const migrations: Record<string, Migration> = {
  "0001-people": people,
  "0002-documents": documents,
  "0003-runs": runs,
  "0004-interview": interview,
  "0005-keyframes": keyframes,
  "0006-held-answers": heldAnswers,
};
