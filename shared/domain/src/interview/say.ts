import type { Say } from "./decision.ts";
import { isUnsolicited } from "./director-state.ts";
import type { SpeechKind } from "./speech.ts";

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

/** What `first` and `rest` say together, or `rest` alone where both would be too long to hear. */
export const joined = (first: string, rest: string): string =>
  first === "" || wordCount(`${first} ${rest}`) > 60 ? rest : `${first} ${rest}`;
