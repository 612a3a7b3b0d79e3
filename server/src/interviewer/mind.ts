import type { Database } from "@proofroom/database/schema";
import type { RoomId } from "@proofroom/domain/id";
import type { Say } from "@proofroom/domain/interview/decision";
import {
  decide,
  type DirectorState,
  mustBeSilent,
  nextLook,
  recapOf,
  rephraseOf,
} from "@proofroom/domain/interview/director/director";
import type { Pack } from "@proofroom/domain/interview/item";
import type { Note } from "@proofroom/domain/interview/note";
import type { AnchoredPlace, Place } from "@proofroom/domain/interview/place";
import type { Changed, Reading } from "@proofroom/domain/interview/reading";
import type { RoomEvent } from "@proofroom/domain/room/channel";
import type { Kysely } from "kysely";
import type { EmitLive } from "../channel/carry-live.ts";
import type { RoomStream } from "../rooms/room-events.ts";
import { fold, type Memory, takeIn } from "./memory.ts";
import { appendNotes, lastCoverage, newsOf, recall } from "./notes.ts";
import { createNoticeOnce } from "./notice-once.ts";
import { postSpeech, streamOf } from "./post-speech.ts";
import { createSpeaker } from "./speaker.ts";
import type { Timers } from "./timers.ts";
import { breaks, notBegun, noticeTo, stoppedUnsaid, turnOf, unsaid } from "./turns.ts";
import type { Spoken, Turn, Voice } from "./voice.ts";
import { quotedWithoutSecrets, withoutSecrets } from "./without-secrets.ts";

export interface MindDependencies {
  db: Kysely<Database>;
  voice: Voice;
  timers: Timers;
  now: () => number;
  live: EmitLive;
  /** Looks for what is new in the room; resolves when this mind was told. */
  pull: (roomId: RoomId) => Promise<void>;
  anchorOf: (roomId: RoomId, place: Place) => Promise<string>;
  report: (error: unknown) => void;
}

export interface Mind {
  told(stream: RoomStream, event: RoomEvent): void;
  typed(): void;
  read(reading: Reading, changed: Changed[]): void;
  present(people: number): Promise<void>;
  /** The recap of the phase, now. */
  check(): void;
  /** False where that turn is not being said. */
  stop(turn: string): boolean;
  /** With all that was told so far. */
  known(): Promise<{ pack: Pack; state: DirectorState }>;
  /** Writes the book up, at the end of the room. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

const quietMillis = { silent: 60_000, refused: 1_000 } as const;

/**
 * The interviewer in one room: it hears everything in order, asks the Director after each, and has one utterance in flight
 * at most. `onBroken` is told once when it could not take in what happened: it must be made anew from the rows.
 */
export function createMind(memory: Memory, deps: MindDependencies, onBroken: () => void): Mind {
  const { db, timers, now, report } = deps;
  const { id: roomId } = memory.room;
  const speaker = createSpeaker({ voice: deps.voice, timers, report });
  const withoutRepeatedNotice = createNoticeOnce(now);
  let queue = Promise.resolve();
  let pending = 0;
  let isClosed = false;
  let isBusy = false;
  let wantsRecap = false;
  /** The message whose answer somebody stopped before its first word. */
  let stopped: number | null = null;
  let shown = "";
  let quietUntil = 0;
  let restUntil = 0;
  let lastTyping = 0;
  let callOff = (): void => {};
  let saying = Promise.resolve();
  let keeping = Promise.resolve();
  /** The turn that a change of policy broke off. */
  let overtaken: string | null = null;

  /** What happens, one after the other; when nothing more waits the Director is asked, and the book written after. */
  function enqueue(work: () => Promise<unknown> | void): Promise<void> {
    pending++;
    queue = queue.then(async () => {
      await unbroken(work);
      pending--;
      if (pending > 0) return;
      look();
      await unbroken(() => book(newsOf(memory.noted, memory.state)));
    });
    return queue;
  }

  async function unbroken(work: () => Promise<unknown> | void): Promise<void> {
    if (isClosed) return;
    try {
      await work();
    } catch (error) {
      report(error);
      onBroken();
    }
  }

  async function book(notes: Note[]): Promise<void> {
    await appendNotes(db, roomId, notes);
    for (const note of notes) recall(memory.noted, note);
  }

  function look(): void {
    callOff();
    if (isClosed || isBusy || pending > 0) return;
    const at = now();
    const wake = (when: number): void => {
      callOff = timers.after(Math.max(when - at, 10), look);
    };
    if (at < restUntil) return wake(restUntil);
    const asked = askedFor(at);
    const decision = asked ?? decide(memory.pack, memory.state, at);
    if (decision.do === "say" && decision.unsolicited && at < quietUntil) return wake(quietUntil);
    if (decision.do === "say") {
      shown = "";
      saying = say(decision);
      return;
    }
    if (decision.do !== shown && decision.do !== "stay-silent")
      deps.live(roomId, streamOf(memory.policy), { type: "waiting", hint: decision.do === "offer-hint" });
    shown = decision.do;
    const next = nextLook(memory.state, at);
    if (next !== null) wake(next);
  }

  /** What a person asked for by a button, whatever the Director would do. */
  function askedFor(at: number): Say | null {
    if (memory.policy === "off" || memory.state.isOver) return null;
    if (memory.rephrase !== null) {
      const again = rephraseOf(memory.pack, memory.state, memory.rephrase);
      memory.rephrase = null;
      if (again !== null) return again;
    }
    const { early, state } = memory;
    if (early !== null && state.people > 0 && !state.clock.muted) {
      memory.early = null;
      if (state.said.at(-1)?.text !== notBegun) return noticeTo(early, notBegun);
    }
    if (stopped !== null) {
      const to = stopped;
      stopped = null;
      return noticeTo(to, stoppedUnsaid);
    }
    if (!wantsRecap) return null;
    wantsRecap = false;
    return recapOf(memory.pack, memory.state, at);
  }

  async function say(decided: Say): Promise<void> {
    isBusy = true;
    try {
      const stream = streamOf(memory.policy);
      const turn = turnOf(memory, withoutSecrets(decided), stream);
      const spoken = await speaker.speak(turn, (fact) => deps.live(roomId, stream, fact));
      // What people have read stays, also where the change of policy ends this mind.
      if (!isClosed || overtaken === turn.id) await (keeping = finish(turn, stream, spoken));
    } catch (error) {
      restUntil = now() + quietMillis.refused;
      report(error);
    }
    isBusy = false;
    look();
  }

  async function finish({ id, say: decided, state }: Turn, stream: RoomStream, said: Spoken): Promise<void> {
    const spoken: Spoken = said.silent === true ? { text: decided.text, voice: "rules", place: decided.place } : said;
    // Whoever has left meanwhile is told when they are back.
    if (memory.state.people === 0) return;
    if (said.silent === true && decided.unsolicited) {
      quietUntil = now() + quietMillis.silent;
      return;
    }
    if (spoken.text.trim() === "") {
      if (spoken.ended !== "stopped") return;
      await enqueue(() => {
        // What a mute, a pause or a policy stopped stays open; what a person stopped before its first word is not begun anew.
        if (overtaken === id || mustBeSilent(memory.state) !== null) return;
        fold(memory, unsaid(decided, stream, now()));
        if (stream === streamOf(memory.policy)) stopped = decided.to;
      });
      return;
    }
    const before = memory.spoken;
    const about = spoken.place === null ? null : await anchored(spoken.place);
    memory.asked.set(id, { topic: decided.topic, probe: decided.probe });
    const words = withoutRepeatedNotice(spoken);
    const kept = await postSpeech(db, {
      roomId,
      stream,
      id,
      ordinal: before,
      say: decided,
      phase: state.clock.phase?.id ?? null,
      spoken: words,
      about,
    });
    await deps.pull(roomId);
    await enqueue(() => {});
    const isNextPhase = kept === "over" && memory.state.clock.phase?.id !== state.clock.phase?.id;
    if (!isNextPhase && (kept !== "kept" || memory.spoken === before)) restUntil = now() + quietMillis.refused;
  }

  const anchored = (place: Place): Promise<AnchoredPlace | null> =>
    deps.anchorOf(roomId, place).then(
      (anchor) => ({ ...quotedWithoutSecrets(place), anchor }),
      () => null,
    );

  return {
    told(stream, event) {
      const { turn } = speaker;
      const why = turn === null ? null : breaks(event, stream === streamOf(memory.policy), turn.say);
      if (why !== null) speaker.breakOff(why);
      if (event.type === "policy") overtaken = turn?.id ?? null;
      void enqueue(() => takeIn(memory, stream, event));
    },
    typed() {
      const at = now();
      if (at - lastTyping < 1_000) return;
      lastTyping = at;
      void enqueue(() => fold(memory, { at, type: "typing" }));
    },
    read: (reading, changed) => void enqueue(() => fold(memory, { at: now(), type: "read", reading, changed })),
    present: (people) =>
      enqueue(async () => {
        if (people === memory.state.people) return;
        fold(memory, { at: now(), type: "present", people });
        await book([{ type: "presence", people }]);
      }),
    check: () =>
      void enqueue(() => {
        fold(memory, { at: now(), type: "checked", by: "person" });
        wantsRecap = true;
      }),
    stop(turn) {
      if (speaker.turn?.id !== turn) return false;
      speaker.breakOff("stopped");
      return true;
    },
    async known() {
      await deps.pull(roomId);
      await enqueue(() => {});
      return memory;
    },
    async settle() {
      await deps.pull(roomId);
      await enqueue(() => book(lastCoverage(memory.state)));
    },
    async close() {
      isClosed = true;
      callOff();
      speaker.breakOff("stopped");
      await Promise.all([queue, keeping.catch(() => {}), overtaken === null ? null : saying]);
    },
  };
}
