import type { DocumentName } from "@proofroom/domain/document/document";
import { withLineEnds } from "../text/line-ends.ts";
import { withPlainBlanks } from "../text/plain-blanks.ts";

/**
 * Three texts in which every line ends alike, and each blank of what is sketched or drawn is the one of the keyboard; to SQL another is
 * a letter, which is told. Offsets stay.
 */
export const plainTexts = ({ schema, api, design }: Record<DocumentName, string>): Record<DocumentName, string> => ({
  schema: withLineEnds(schema),
  api: withPlainBlanks(withLineEnds(api)),
  design: withPlainBlanks(withLineEnds(design)),
});
