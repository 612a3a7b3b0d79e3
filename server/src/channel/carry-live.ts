import { randomUUID } from "node:crypto";
import { listen } from "@proofroom/database/listen";
import type { Database } from "@proofroom/database/schema";
import { RoomId } from "@proofroom/domain/id";
import { type Kysely, sql } from "kysely";
import * as z from "zod/mini";
import type { Timers } from "../interviewer/timers.ts";
import type { RoomStream } from "../rooms/room-events.ts";

/** What the interviewer of a room does between two messages. */
const Voicing = z.discriminatedUnion("type", [
  z.object({ type: z.literal("thinking"), turn: z.string() }),
  z.object({ type: z.literal("words"), turn: z.string(), text: z.string() }),
  z.object({ type: z.literal("end"), turn: z.string() }),
  z.object({ type: z.literal("waiting"), hint: z.boolean() }),
]);
export type Voicing = z.infer<typeof Voicing>;
const Carried = z.object({
  from: z.string(),
  room: RoomId,
  stream: z.enum(["room_event", "staff_event"]),
  fact: Voicing,
});

export type EmitLive = (roomId: RoomId, stream: RoomStream, fact: Voicing) => void;

export interface CarryOptions {
  db: Kysely<Database>;
  databaseUrl: string;
  /** To the sockets of this process. */
  emit: EmitLive;
  timers: Timers;
  report: (error: unknown) => void;
}

interface Line {
  waiting: { stream: RoomStream; fact: Voicing }[];
  /** Ends the pause between two sendings. */
  hurry: () => void;
  sent: Promise<void>;
}

const betweenWordsMillis = 100;
/** A NOTIFY carries less than 8,000 bytes. */
const mostBytes = 7_900;

/**
 * Tells what the interviewer is about to say to this process's sockets at once, and to those of every other process by NOTIFY:
 * words at most every 100 ms, since each hold all so far. One that is lost or too large is harmless: the message follows as
 * an event.
 */
export function carryLive({ db, databaseUrl, emit, timers, report }: CarryOptions) {
  const from = randomUUID();
  const lines = new Map<RoomId, Line>();
  let isClosed = false;
  const listening = listen(databaseUrl, "live", (payload) => {
    const carried = payload === null ? null : Carried.safeParse(JSON.parse(payload)).data;
    if (carried !== null && carried !== undefined && carried.from !== from)
      emit(carried.room, carried.stream, carried.fact);
  });

  async function send(room: RoomId, line: Line): Promise<void> {
    for (let next = line.waiting.shift(); next !== undefined; next = line.waiting.shift()) {
      const payload = JSON.stringify({ from, room, ...next } satisfies z.infer<typeof Carried>);
      if (Buffer.byteLength(payload) > mostBytes) continue;
      await sql`select pg_notify('live', ${payload})`.execute(db).catch(report);
      const mayWait = next.fact.type === "words" && line.waiting.at(-1)?.fact.type !== "end";
      if (mayWait && !isClosed) await pause(line);
    }
    lines.delete(room);
  }

  const pause = (line: Line): Promise<void> =>
    new Promise((resolve) => {
      const callOff = timers.after(betweenWordsMillis, resolve);
      line.hurry = () => {
        callOff();
        resolve();
      };
    });

  const tell: EmitLive = (roomId, stream, fact) => {
    emit(roomId, stream, fact);
    const line = lines.get(roomId) ?? { waiting: [], hurry: () => {}, sent: Promise.resolve() };
    if (fact.type === "words" && line.waiting.at(-1)?.fact.type === "words") line.waiting.pop();
    line.waiting.push({ stream, fact });
    if (fact.type === "end") line.hurry();
    if (lines.has(roomId)) return;
    lines.set(roomId, line);
    line.sent = send(roomId, line);
  };

  return {
    tell,
    /** Resolves once what other processes tell is heard here. */
    ready: listening.ready,
    /** What waits goes out first: an end that nobody is told of would leave others waiting for words. */
    async [Symbol.asyncDispose](): Promise<void> {
      isClosed = true;
      const all = [...lines.values()];
      for (const line of all) line.hurry();
      await Promise.all(all.map((line) => line.sent));
      await listening[Symbol.asyncDispose]();
    },
  };
}
