import * as z from "zod/mini";

/** The three documents of a room, in the order in which they are shown. */
export const DocumentName = z.enum(["schema", "api", "design"]);
export type DocumentName = z.infer<typeof DocumentName>;

/** `"<epoch>.<seq>"`: which committed state of a document a text is. */
export const DocumentVersion = z.string().check(z.regex(/^\d+\.\d+$/));
export type DocumentVersion = z.infer<typeof DocumentVersion>;

export const documentLimits = {
  updateBytes: 512 * 1024,
  textBytes: 256 * 1024,
  stateBytes: 4 * 1024 * 1024,
  updates: 1_000_000,
} as const;
