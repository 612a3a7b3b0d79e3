import type { Finding } from "@proofroom/domain/design/finding";
import { type DocumentName, documentLimits } from "@proofroom/domain/document/document";

/** Does what is asked with a document, or answers `otherwise` and says of the document that it cannot be read. */
export type Guarded = <T>(document: DocumentName, otherwise: T, read: () => T) => T;

/** No text, however long or deep, gets further than to a finding of its own. */
export const guardOf =
  (texts: Record<DocumentName, string>, found: Finding[]): Guarded =>
  (document, otherwise, read) => {
    try {
      if (texts[document].length > documentLimits.textBytes) throw new RangeError("longer than a document can be");
      return read();
    } catch {
      if (found.some((one) => one.document === document && one.rule === "unreadable")) return otherwise;
      const message =
        "This document cannot be read: something in it is too long or too deep. Shorten it, or write it more plainly.";
      found.push({ document, line: 1, column: 1, severity: "error", rule: "unreadable", message });
      return otherwise;
    }
  };
