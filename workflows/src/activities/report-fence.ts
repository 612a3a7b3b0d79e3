import { createHash } from "node:crypto";
import type { ReportTexts } from "@proofroom/domain/interview/report/report-proof";

/**
 * A word that no text of the room can contain, since it is made of those texts. The same at every request of a report, so
 * that what they share is read from the model's cache.
 */
export const nonceOf = (roomId: string, texts: ReportTexts): string =>
  createHash("sha256").update(roomId).update(JSON.stringify(texts.final)).digest("hex").slice(0, 16);

/** Words of the room on their way to a model: data, whatever they say of themselves. */
export const fenced = (about: string, nonce: string, text: string): string =>
  `<untrusted doc="${about}" nonce="${nonce}">\n${escaped(text).replaceAll(nonce, "")}\n</untrusted>`;

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** What a model quotes from behind a fence, as it was before. */
export const unescaped = (quote: string): string => quote.replaceAll("&lt;", "<").replaceAll("&amp;", "&");
