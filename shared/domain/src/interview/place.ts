import * as z from "zod/mini";
import { DocumentName, DocumentVersion } from "../document/document.ts";

/** Lines of a document at a version, counted from 1, with the text that stood there. */
export const Place = z.object({
  document: DocumentName,
  version: DocumentVersion,
  line: z.int().check(z.minimum(1)),
  endLine: z.int().check(z.minimum(1)),
  /** At most 300 characters of those lines, verbatim. */
  quote: z.string(),
});
export type Place = z.infer<typeof Place>;

/** A place that moves with the text: `anchor` is a Yjs relative position of the line's start, in base64. */
export const AnchoredPlace = z.object({ ...Place.shape, anchor: z.string() });
export type AnchoredPlace = z.infer<typeof AnchoredPlace>;

/** Where a statement of a report comes from; a click opens it. */
export const Source = z.object({
  kind: z.enum(["document", "message", "result"]),
  document: z.optional(DocumentName),
  version: z.optional(DocumentVersion),
  line: z.optional(z.int()),
  /** Of the message, in the room's stream or else the staff's. */
  seq: z.optional(z.int()),
  staff: z.optional(z.literal(true)),
  runId: z.optional(z.string()),
  /** Of the test. */
  name: z.optional(z.string()),
});
export type Source = z.infer<typeof Source>;
