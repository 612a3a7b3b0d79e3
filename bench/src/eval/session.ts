import { randomUUID } from "node:crypto";
import type { ModelRequest } from "@proofroom/ai/model";
import { PersonId, RoomId } from "@proofroom/domain/id";
import type { Say } from "@proofroom/domain/interview/decision";
import type { DirectorState } from "@proofroom/domain/interview/director/director";
import type { Heard } from "@proofroom/domain/interview/hearing";
import type { Pack } from "@proofroom/domain/interview/item";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { RoomEvent } from "@proofroom/domain/room/channel";
import { createVirtualRoom, type VirtualRoom } from "../../../server/src/interviewer/transcripts/virtual-room.ts";
import type { Spoken } from "../../../server/src/interviewer/voice.ts";
import type { Desk } from "./desk.ts";

/** A problem as the evaluation plays it. */
export interface Case {
  id: string;
  brief: string;
  pack: Pack;
  capabilities: Record<string, Capability>;
}

/** Something the interviewer said, with what was known then and what was sent for it. */
export interface Utterance {
  at: number;
  say: Say;
  state: DirectorState;
  spoken: Spoken;
  requests: readonly ModelRequest[];
}

export interface Session {
  /** What happens in it is remembered, so that a voice can word it afterwards, in the same order. */
  room: VirtualRoom;
  /** Lets the voice of a desk word all that the Director decided so far. */
  wordedBy(desk: Desk): Promise<Utterance[]>;
}

type Entry =
  | { person: string; seq: number; text: string; at: number }
  | { at: number; seq: number; say: Say; state: DirectorState };

/** A room on a virtual clock with the real parser and Director, whose every decision can be worded by any voice. */
export async function openSession(
  of: Case,
  options: Omit<Parameters<typeof createVirtualRoom>[0], "pack" | "capabilities">,
): Promise<Session> {
  const inner = await createVirtualRoom({ ...options, pack: of.pack, capabilities: of.capabilities });
  const entries: Entry[] = [];
  let known = 0;
  let lastSeq = 0;
  /** Notes what was said since, and answers the number that was given to a person's message meanwhile. */
  const note = (): number => {
    const news = inner.acts.slice(known).flatMap((act) => (act.did === "said" ? [act] : []));
    known = inner.acts.length;
    const taken = new Set(news.map(({ seq }) => seq));
    let seq = lastSeq + 1;
    while (taken.has(seq)) seq += 1;
    for (const act of news) entries.push({ at: act.at, seq: act.seq, say: act.say, state: inner.state() });
    lastSeq = Math.max(lastSeq, ...taken);
    return seq;
  };
  const noted =
    <A extends unknown[]>(deed: (...args: A) => void) =>
    (...args: A): void => {
      deed(...args);
      note();
    };
  note();

  const room: VirtualRoom = {
    ...inner,
    until: noted((at: number) => inner.until(at)),
    hear: noted((event: Heard) => inner.hear(event)),
    write: noted((...edit: Parameters<VirtualRoom["write"]>) => inner.write(...edit)),
    answer: noted((...given: Parameters<VirtualRoom["answer"]>) => inner.answer(...given)),
    takeHint: noted((at: number) => inner.takeHint(at)),
    check: noted((at: number) => inner.check(at)),
    message(at, person, text, isAddressed) {
      inner.message(at, person, text, isAddressed);
      const seq = note();
      lastSeq = Math.max(lastSeq, seq);
      entries.push({ person, seq, text, at });
    },
  };
  return { room, wordedBy: (desk) => worded(desk, of.pack, entries) };
}

async function worded(desk: Desk, pack: Pack, entries: readonly Entry[]): Promise<Utterance[]> {
  const roomId = RoomId.parse(randomUUID());
  const personId = PersonId.parse(randomUUID());
  const events: RoomEvent[] = [];
  const all: Utterance[] = [];
  for (const entry of entries.toSorted((a, b) => a.seq - b.seq)) {
    const { seq } = entry;
    const at = new Date(entry.at).toISOString();
    if ("person" in entry) {
      const person = { id: personId, name: entry.person };
      events.push({ type: "message", id: `p${seq}`, person, text: entry.text, seq, at });
      continue;
    }
    const { say, state } = entry;
    const { reading } = state;
    if (reading === null) continue;
    const before = desk.sent.length;
    const turn = { id: `i${seq}`, roomId, personId, say, pack, state, reading, events: [...events] };
    const spoken = await desk.voice.speak(turn, { words: () => {}, signal: new AbortController().signal });
    all.push({ at: entry.at, say, state, spoken, requests: desk.sent.slice(before) });
    if (spoken.text === "") continue;
    const { kind } = say;
    events.push({ type: "message", id: turn.id, person: null, text: spoken.text, voice: spoken.voice, kind, seq, at });
  }
  return all;
}
