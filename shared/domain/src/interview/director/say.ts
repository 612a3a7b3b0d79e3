import type { Say } from "../decision.ts";
import { isUnsolicited } from "./director-state.ts";
import type { SpeechKind } from "../speech.ts";

/** An utterance of which only the given parts are not empty. */
export const say = (kind: SpeechKind, text: string, intent: string, more: Partial<Say> = {}): Say => ({
  do: "say",
  kind,
  text,
  to: null,
  question: null,
  topic: null,
  probe: null,
  place: null,
  proposes: null,
  intent,
  unsolicited: isUnsolicited(kind),
  ...more,
});

export const wordCount = (text: string): number => text.split(/\s+/).filter((word) => word !== "").length;

/** How many sentences a text has; a full stop inside of a name, number or quotation ends none. */
export const sentenceCount = (text: string): number =>
  text.replaceAll(/"[^"]*"/g, '""').match(/[.?!](?=\s|$)/g)?.length ?? 0;

/** What `first` and `rest` say together, or `rest` alone where both would be too long to hear. */
export function joined(first: string, rest: string): string {
  const both = `${first} ${rest}`.trim();
  return wordCount(both) > 60 || sentenceCount(both) > 3 ? rest : both;
}
