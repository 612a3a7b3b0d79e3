import type { DocumentName } from "@proofroom/domain/document/document";
import { documentLimits } from "@proofroom/domain/document/limits";
import type * as Y from "yjs";
import { languageOf } from "./language.ts";
import { spliceBetween } from "./splice.ts";

/** Saves a document under the name that its content deserves. */
export function download(document: DocumentName, text: string): void {
  const { file, mediaType } = languageOf(document, text);
  const address = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = Object.assign(window.document.createElement("a"), { href: address, download: file });
  link.click();
  URL.revokeObjectURL(address);
}

export type ReadFile = { outcome: "read"; text: string } | { outcome: "refused"; message: string };

/** Reads a dropped file as text with line feeds; says why not where it is too large or no text. */
export async function readTextFile(file: File): Promise<ReadFile> {
  if (file.size > documentLimits.textBytes)
    return {
      outcome: "refused",
      message: `${file.name} is larger than ${documentLimits.textBytes / 1024} kB. Drop a shorter file.`,
    };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    if (text.includes("\0")) throw new TypeError("a zero byte");
    return { outcome: "read", text: text.replace(/\r\n?/g, "\n") };
  } catch {
    return { outcome: "refused", message: `${file.name} is not a text file. Drop SQL, YAML, JSON or Markdown.` };
  }
}

/** What a text becomes, by the smallest edit, so that cursors elsewhere stay and one undo takes it back. */
export function replaceText(text: Y.Text, after: string, origin: unknown): void {
  const splice = spliceBetween(text.toJSON(), after);
  if (splice === null) return;
  text.doc?.transact(() => {
    text.delete(splice.at, splice.remove);
    text.insert(splice.at, splice.insert);
  }, origin);
}
