import { readNotes } from "@proofroom/database/report-source";
import type { Database } from "@proofroom/database/schema";
import { PersonId, type RoomId } from "@proofroom/domain/id";
import { type DirectorState, hear, newDirector } from "@proofroom/domain/interview/director/director";
import type { Heard } from "@proofroom/domain/interview/hearing";
import type { Pack } from "@proofroom/domain/interview/item";
import type { KeptNote } from "@proofroom/domain/interview/note";
import type { Place } from "@proofroom/domain/interview/place";
import type { Reading } from "@proofroom/domain/interview/reading";
import type { TestResult } from "@proofroom/domain/judge/result";
import type { RoomEvent } from "@proofroom/domain/room/channel";
import type { InterviewerPolicy, RoomMode } from "@proofroom/domain/room/room";
import type { Kysely } from "kysely";
import type { Cursors } from "../channel/room-feed.ts";
import { eventPage, readRoomEvents, type RoomStream } from "../rooms/room-events.ts";
import { allRunEvents } from "../runs/run-events.ts";
import { type Asked, createHearing, type Hearing } from "./hearing.ts";
import { type Noted, newNoted, recall } from "./notes.ts";

export interface MemoryDependencies {
  db: Kysely<Database>;
  packOf: (problem: string) => Pack | null;
  readNow: (roomId: RoomId, problem: string) => Promise<Reading>;
  placeOf: (roomId: RoomId, about: Omit<Place, "quote">) => Promise<Place | null>;
}

/** All that the interviewer knows of a room, folded from its rows: a process that dies loses nothing of it. */
export interface Memory {
  room: { id: RoomId; problem: string; mode: RoomMode; ownerId: PersonId };
  pack: Pack;
  policy: InterviewerPolicy;
  state: DirectorState;
  reading: Reading;
  /** In the order in which they came, of both streams. */
  events: { stream: RoomStream; event: RoomEvent }[];
  cursors: Cursors;
  /** How often the interviewer has spoken. */
  spoken: number;
  asked: Map<string, Asked>;
  noted: Noted;
  hearing: Hearing;
  /** A question that somebody wants put otherwise, and that was not yet. */
  rephrase: number | null;
  /** A message to the interviewer before the interview has begun, that nobody was told about yet. */
  early: number | null;
}

/** Null where there is no such room, or nothing to ask about its problem. */
export async function remember(deps: MemoryDependencies, roomId: RoomId, now: number): Promise<Memory | null> {
  const { db } = deps;
  const row = await db.selectFrom("room").selectAll().where("id", "=", roomId).executeTakeFirst();
  const pack = row === undefined ? null : deps.packOf(row.problem);
  if (row === undefined || pack === null) return null;
  const [room, staff, notes, reading] = await Promise.all([
    allEvents(db, "room_event", roomId),
    allEvents(db, "staff_event", roomId),
    readNotes(db, roomId),
    deps.readNow(roomId, row.problem),
  ]);
  const { mode, interviewer } = row;
  const first = room.find((event) => event.type === "policy")?.from ?? interviewer;
  const asked = new Map(
    notes.flatMap((note): [string, Asked][] => (note.type === "asked" ? [[note.message, note]] : [])),
  );
  const hearing = createHearing({
    roomId,
    mode,
    policy: first,
    asked,
    resultsOf: (runId) => resultsOf(db, runId),
    placeOf: (about) => deps.placeOf(roomId, about),
  });
  const memory: Memory = {
    room: { id: roomId, problem: row.problem, mode, ownerId: PersonId.parse(row.owner_id) },
    pack,
    policy: first,
    state: newDirector(roomId),
    reading,
    events: [],
    cursors: { room_event: 0, staff_event: 0 },
    spoken: 0,
    asked,
    noted: newNoted(),
    hearing,
    rephrase: null,
    early: null,
  };
  fold(memory, { at: row.created_at.getTime(), type: "opened", mode, policy: first, people: 0 });
  for (const one of inOrder(room, staff, notes)) {
    if ("note" in one) recallNote(memory, one.note);
    else await takeIn(memory, one.stream, one.event);
  }
  fold(memory, { at: now, type: "present", people: 0 });
  fold(memory, { at: now, type: "read", reading, changed: [] });
  return memory;
}

export function fold(memory: Memory, heard: Heard): void {
  if (heard.type === "message" && heard.addressed && memory.state.clock.phase === null) memory.early = heard.seq;
  if (heard.type === "phase" || heard.type === "said") memory.early = null;
  memory.state = hear(memory.pack, memory.state, heard);
  if (heard.type === "policy") memory.policy = heard.policy;
  if (heard.type === "said") memory.rephrase = null;
  if (heard.type === "answer" && heard.answer === "rephrase") memory.rephrase = heard.question;
  if (heard.type === "read") memory.reading = heard.reading;
}

/** Takes in the next event of a stream; false where it is known already. */
export async function takeIn(memory: Memory, stream: RoomStream, event: RoomEvent): Promise<boolean> {
  if (event.seq <= memory.cursors[stream]) return false;
  memory.cursors[stream] = event.seq;
  memory.events.push({ stream, event });
  if (event.type === "message" && event.person === null) memory.spoken++;
  const heard = await memory.hearing(stream, event);
  if (heard !== null) fold(memory, heard);
  return true;
}

function recallNote(memory: Memory, note: KeptNote): void {
  recall(memory.noted, note);
  if (note.type === "presence") fold(memory, { at: Date.parse(note.at), type: "present", people: note.people });
}

type Kept = { at: number } & ({ stream: RoomStream; event: RoomEvent } | { note: KeptNote });

/** By time, each of the three in its own order: who waited for a lock was stamped before who went first. */
function inOrder(room: RoomEvent[], staff: RoomEvent[], notes: KeptNote[]): Kept[] {
  const events = (stream: RoomStream, all: RoomEvent[]): Kept[] =>
    rising(all).map(([at, event]) => ({ at, stream, event }));
  const kept = [
    ...rising(notes).map(([at, note]): Kept => ({ at, note })),
    ...events("room_event", room),
    ...events("staff_event", staff),
  ];
  return kept.toSorted((a, b) => a.at - b.at);
}

function rising<T extends { at: string }>(all: readonly T[]): [number, T][] {
  let latest = 0;
  return all.map((one) => [(latest = Math.max(latest, Date.parse(one.at))), one]);
}

async function allEvents(db: Kysely<Database>, stream: RoomStream, roomId: RoomId): Promise<RoomEvent[]> {
  const all: RoomEvent[] = [];
  for (;;) {
    const page = await readRoomEvents(db, { stream, roomId, after: all.at(-1)?.seq ?? 0 });
    all.push(...page);
    if (page.length < eventPage) return all;
  }
}

async function resultsOf(db: Kysely<Database>, runId: string): Promise<TestResult[]> {
  const results: TestResult[] = [];
  for await (const event of allRunEvents(db, runId, 0)) if (event.type === "result") results.push(event);
  return results;
}
