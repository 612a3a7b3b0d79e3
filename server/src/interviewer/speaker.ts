import type { Voicing } from "../channel/carry-live.ts";
import type { Timers } from "./timers.ts";
import type { Spoken, Turn, Voice } from "./voice.ts";

type Break = "interrupted" | "stopped";

export interface Speaker {
  /** The turn in flight, if there is one. */
  readonly turn: Turn | null;
  /** Words a turn and shows it being worded; one at a time. Never rejects. */
  speak(turn: Turn, live: (fact: Voicing) => void): Promise<Spoken>;
  /** Breaks off what is being said; what was released stays. */
  breakOff(why: Break): void;
}

interface Speaking {
  turn: Turn;
  ending: AbortController;
  why: Break | null;
}

/** After this a voice that was told to stop is not waited for any more. */
const patienceMillis = 2_000;
/** No voice may hold a room for longer; its own limits are shorter. */
const mostMillis = 90_000;

/** One utterance at a time, shown while it is worded. */
export function createSpeaker({
  voice,
  timers,
  report,
}: {
  voice: Voice;
  timers: Timers;
  report: (error: unknown) => void;
}): Speaker {
  let current: Speaking | null = null;

  return {
    get turn() {
      return current?.turn ?? null;
    },

    breakOff(why) {
      if (current === null || current.why !== null) return;
      current.why = why;
      current.ending.abort(why);
    },

    async speak(turn, live) {
      const own: Speaking = { turn, ending: new AbortController(), why: null };
      current = own;
      let released = "";
      live({ type: "thinking", turn: turn.id });
      const words = (text: string): void => {
        if (current !== own) return;
        released = text;
        live({ type: "words", turn: turn.id, text });
      };
      const cut = Promise.withResolvers<Spoken>();
      const offs = [timers.after(mostMillis, () => own.ending.abort("stopped"))];
      own.ending.signal.addEventListener("abort", () => {
        const ended = own.why ?? "stopped";
        const left: Spoken = { text: released, voice: "claude", place: turn.say.place, ended };
        offs.push(timers.after(patienceMillis, () => cut.resolve(left)));
      });
      try {
        const spoken = await Promise.race([voice.speak(turn, { words, signal: own.ending.signal }), cut.promise]);
        return own.why === null || spoken.ended !== undefined ? spoken : { ...spoken, ended: own.why };
      } catch (error) {
        report(error);
        return { text: turn.say.text, voice: "rules", place: turn.say.place };
      } finally {
        for (const off of offs) off();
        current = null;
        live({ type: "end", turn: turn.id });
      }
    },
  };
}
