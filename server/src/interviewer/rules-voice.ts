import type { Voice } from "./voice.ts";

/** Says what the Director worded, whole and at once. It needs no key and asks nobody. */
export const rulesVoice: Voice = {
  speak({ say }, out) {
    out.words(say.text);
    return Promise.resolve({ text: say.text, voice: "rules", place: say.place });
  },
};
