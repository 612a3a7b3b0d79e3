import { documentNames } from "@proofroom/domain/document/names";
import type { Place } from "./DocumentsPane.tsx";

/** The place in a document that an address names, as in `#api:31`; null where it names none. */
export function placeOfHash(hash: string): Place | null {
  const [, name, line] = /^#(\w+):(\d{1,6})$/.exec(hash) ?? [];
  const document = documentNames.find((one) => one === name);
  return document === undefined || line === undefined ? null : { document, line: Number(line), column: 1 };
}
