import type { Edit } from "@proofroom/domain/design/finding";
import type { DocumentName } from "@proofroom/domain/document/document";
import type { Tell } from "./report.ts";

const names: Record<number, string> = {
  0xad: "a soft hyphen",
  0x61c: "a mark that turns the direction of what follows",
  0x180e: "a separator without width",
  0x200b: "a space without width",
  0x200c: "a non-joiner without width",
  0x200d: "a joiner without width",
  0xfeff: "a byte order mark",
};

const seen =
  /(?![\t\n\r\f])\p{Cc}|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]|(?<!^)\ufeff/gu;

/** Between letters of such scripts, and in emoji, a joiner or a mark of direction is a part of the writing. */
const writing = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Extended_Pictographic}\ufe0f]/u;

/** A text without what nobody sees in it; offsets do not stay. */
export const withoutInvisible = (text: string): string => text.replaceAll(seen, "");

/**
 * Tells, once, of letters that nobody sees: two names that look alike would be different ones, and a line could mean
 * something else than it shows. `from` and `to`: the part of the document that is read.
 */
export function tellInvisible(document: DocumentName, text: string, tell: Tell, from = 0, to = text.length): void {
  const found = [...text.slice(from, to).matchAll(seen)]
    .map(({ index, 0: letter }) => ({ at: from + index, code: letter.codePointAt(0) ?? 0 }))
    .filter(({ at, code }) => !isWriting(text, at, code));
  const [first] = found;
  if (first === undefined) return;
  const edits: Edit[] = found.map(({ at }) => ({ document, from: at, to: at + 1, insert: "" }));
  const what =
    names[first.code] ??
    (first.code < 0xa0
      ? "a control character"
      : first.code >= 0x2060 && first.code < 0x2066
        ? "a joiner without width"
        : "a mark that turns the direction of what follows");
  const code = `U+${first.code.toString(16).toUpperCase().padStart(4, "0")}`;
  const more = found.length > 1 ? `, and ${found.length - 1} more in this document` : "";
  tell({
    severity: "error",
    rule: "invisible",
    message: `Here stands ${what} (${code}), which nobody sees${more}; remove it, so that the text means what it shows.`,
    from: first.at,
    to: first.at + 1,
    fixes: found.length > mostEdits ? [] : [{ label: found.length > 1 ? "Remove them" : "Remove it", edits }],
  });
}

const mostEdits = 500;

function isWriting(text: string, at: number, code: number): boolean {
  if (code !== 0x200c && code !== 0x200d && code !== 0x200e && code !== 0x200f) return false;
  const around = `${text.slice(Math.max(0, at - 3), at)}${text.slice(at + 1, at + 4)}`;
  return writing.test(around);
}
