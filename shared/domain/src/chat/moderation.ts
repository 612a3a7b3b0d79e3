import { isAbusive } from "./abuse.ts";
import { isTooLong, tooLong, tooLongRedacted } from "./length.ts";
import { personalDataIn } from "./personal-data.ts";
import { plainText } from "./plain-text.ts";
import { redactSecrets } from "./secrets.ts";

/** What becomes of a message; `text` is what may be kept and shown of it. */
export type Moderation =
  /** `note` is for its author alone. */
  | { outcome: "allow"; text: string; note?: string }
  | { outcome: "redact"; text: string; reason: "secret"; kinds: string[]; note: string }
  | { outcome: "hold"; text: string; reason: "abuse" }
  | { outcome: "block"; reason: "too-long" | "empty"; message: string };

/**
 * Judges a message by rules alone, before it is kept, shown or sent to a model: what nobody sees is taken out, credentials
 * are replaced by their kind, abuse waits for a person. Links stay text, and nothing behind them is fetched. Pure, and the
 * same text has the same outcome, so that a message may be sent again.
 */
export function moderate(written: string): Moderation {
  if (isTooLong(written)) return { outcome: "block", reason: "too-long", message: tooLong(written) };
  const seen = plainText(written);
  if (!/\S/u.test(seen)) {
    const message =
      "Nothing of this message can be seen: it consists of characters without width. Write it as plain text.";
    return { outcome: "block", reason: "empty", message };
  }
  const { text, kinds } = redactSecrets(seen);
  // The names that stand for what was taken out may be longer than it was; to cut the rest would lose words of theirs.
  if (isTooLong(text)) return { outcome: "block", reason: "too-long", message: tooLongRedacted(text) };
  if (isAbusive(text)) return { outcome: "hold", text, reason: "abuse" };
  if (kinds.length > 0) return { outcome: "redact", text, reason: "secret", kinds, note: secretNote(kinds) };
  const personal = personalDataIn(text);
  return personal.length === 0 ? { outcome: "allow", text } : { outcome: "allow", text, note: personalNote(personal) };
}

function secretNote(kinds: string[]): string {
  const [was, is, it] =
    kinds.length === 1 ? ["was", "it is a real one", "it has"] : ["were", "they are real", "they have"];
  const what = listed(kinds.map((kind) => `${article(kind)} ${kind}`));
  return `${what.charAt(0).toUpperCase()}${what.slice(1)} ${was} taken out of your message before it was kept. If ${is}, revoke ${kinds.length === 1 ? "it" : "them"}: ${it} left your machine.`;
}

const article = (kind: string): string => (/^(?:[aeio]|A|npm|O)/u.test(kind) ? "an" : "a");

const personalNote = (kinds: string[]): string =>
  `Your message seems to hold ${listed(kinds.map((kind) => `${article(kind)} ${kind}`))}. Everybody in the room can read it, and so can whoever reads its report.`;

function listed(parts: string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}
