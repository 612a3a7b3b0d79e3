import * as z from "zod/mini";
import { DocumentName } from "../document/document.ts";

/** One replacement in a document; offsets count UTF-16 units, as editors do. */
export const Edit = z.object({ document: DocumentName, from: z.int(), to: z.int(), insert: z.string() });
export type Edit = z.infer<typeof Edit>;

export const Fix = z.object({ label: z.string(), edits: z.array(Edit) });
export type Fix = z.infer<typeof Fix>;

/** What a reader or rule has to say about a line. An `error` stops a run, a `question` on a required capability too. */
export const Finding = z.object({
  document: DocumentName,
  line: z.int(),
  column: z.int(),
  endLine: z.optional(z.int()),
  endColumn: z.optional(z.int()),
  severity: z.enum(["error", "warning", "question"]),
  rule: z.string(),
  message: z.string(),
  /** The likeliest first; applying one is all that a click does. */
  fixes: z.optional(z.array(Fix)),
  /** The capability that it is about, where no endpoint serves that. */
  capability: z.optional(z.string()),
  /** True of a question that stops a run because a required capability depends on the answer. */
  stopsRun: z.optional(z.boolean()),
});
export type Finding = z.infer<typeof Finding>;
