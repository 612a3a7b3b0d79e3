import { type MessagesBody, wordsOf } from "./request.ts";

/** Something that stands in a request and may be quoted verbatim. */
export interface Quotable {
  /** What the wrapper around it says, such as `schema` or `chat`. */
  doc: string;
  /** Its line, or the number of its message. */
  at: number;
  quote: string;
}

/** Numbered lines of documents and numbered messages of candidates, oldest first. */
export function quotablesIn(body: MessagesBody): Quotable[] {
  const wrapped = wordsOf(body).matchAll(/<untrusted doc="([^"]+)"[^>]*>\n([^]*?)\n<\/untrusted[^>]*>/g);
  return [...wrapped].flatMap(([, doc = "", text = ""]) =>
    text.split("\n").flatMap((line) => {
      const [, number, quote = ""] = /^\s*(\d+)\| ?(.*)$/.exec(line) ?? /^\[(\d+)\] candidate: (.*)$/.exec(line) ?? [];
      const shown = quote.replaceAll("&lt;", "<").replaceAll("&amp;", "&").trim().slice(0, 80).trim();
      return shown.length > 3 ? [{ doc, at: Number(number), quote: shown }] : [];
    }),
  );
}
