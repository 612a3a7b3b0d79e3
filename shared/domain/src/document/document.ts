import * as z from "zod/mini";
import { documentNames } from "./names.ts";

/** The three documents of a room, in the order in which they are shown. */
export const DocumentName = z.enum(documentNames);
export type DocumentName = z.infer<typeof DocumentName>;

/** `"<epoch>.<seq>"`: which committed state of a document a text is. */
export const DocumentVersion = z.string().check(z.regex(/^\d+\.\d+$/));
export type DocumentVersion = z.infer<typeof DocumentVersion>;

export { documentLimits } from "./limits.ts";
