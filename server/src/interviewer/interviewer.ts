import { listen } from "@proofroom/database/listen";
import type { Database } from "@proofroom/database/schema";
import type { DocumentName, DocumentVersion } from "@proofroom/domain/document/document";
import { RoomId } from "@proofroom/domain/id";
import { type DirectorState, hintsOf, under } from "@proofroom/domain/interview/director/director";
import type { Pack } from "@proofroom/domain/interview/item";
import type { Place } from "@proofroom/domain/interview/place";
import type { InterviewView } from "@proofroom/domain/interview/view";
import type { PublicProblem } from "@proofroom/domain/problem/problem";
import { type Kysely, sql } from "kysely";
import * as z from "zod/mini";
import type { EmitLive } from "../channel/carry-live.ts";
import type { createChannel } from "../channel/channel.ts";
import type { Documents } from "../documents/documents.ts";
import type { OpenSockets } from "../rooms/open-sockets.ts";
import { createAttendance } from "./attendance.ts";
import type { ChosenVoice } from "./choose-voice.ts";
import { noHints, viewInterview } from "./interview-view.ts";
import { remember } from "./memory.ts";
import { createMinds } from "./minds.ts";
import { createOwnership } from "./ownership.ts";
import type { Packs } from "./packs.ts";
import { pauseLeftRoom, runningPractices } from "./pause-left-room.ts";
import type { Reader } from "./reading/reader.ts";
import type { Timers } from "./timers.ts";

export interface InterviewerDependencies {
  db: Kysely<Database>;
  databaseUrl: string;
  packs: Packs;
  problems: PublicProblem[];
  sockets: OpenSockets;
  channel: Pick<ReturnType<typeof createChannel>, "feed" | "listen">;
  live: EmitLive;
  documents: Pick<Documents, "onCommit" | "text">;
  reader: Reader;
  voice: ChosenVoice;
  timers: Timers;
  now: () => number;
  report: (error: unknown) => void;
}

const sweepMillis = 60_000;
const recentMillis = 2_000;
const Asked = z.object({ room: RoomId, stop: z.optional(z.string()) });

/** The interviewer of every room that this server serves. */
export function createInterviewer(deps: InterviewerDependencies) {
  const { db, databaseUrl, packs, channel, documents, reader, voice, timers, now, report } = deps;
  const ownership = createOwnership(databaseUrl);
  const packOf = (problem: string): Pack | null => packs.get(problem) ?? null;
  const capabilitiesOf = (problem: string) => deps.problems.find(({ id }) => id === problem)?.capabilities ?? {};

  async function placeOf(roomId: RoomId, about: Omit<Place, "quote">): Promise<Place | null> {
    const found = await documents.text(roomId, about.document, about.version);
    return found === null ? null : quoted(found.text, about);
  }

  const remembering = {
    db,
    packOf,
    placeOf,
    readNow: (roomId: RoomId, problem: string) => reader.readNow(roomId, capabilitiesOf(problem)),
  };
  const minds = createMinds({
    ...remembering,
    ownership,
    voice,
    timers,
    now,
    report,
    feed: channel.feed,
    live: deps.live,
    pull: (roomId) => channel.feed.wake(roomId),
    anchorOf: (roomId, place) => reader.anchor(roomId, place),
    follow: (roomId, problem, listener) => reader.follow(roomId, capabilitiesOf(problem), listener),
    people: (roomId) => attendance.people(roomId),
  });
  const attendance = createAttendance({
    sockets: deps.sockets,
    timers,
    now,
    onPeople: (roomId, people) => void minds.people(roomId, people),
    onGone: (roomId) => void minds.gone(roomId),
    onLeft: (roomId) => void minds.left(roomId, () => pauseLeftRoom(db, roomId)),
  });

  let callOff = (): void => {};
  const sweep = async (): Promise<void> => {
    callOff = timers.after(sweepMillis, () => void sweep());
    const running = await runningPractices(db).catch(() => []);
    for (const roomId of running) attendance.expect(roomId);
  };
  void sweep();

  const stops = [
    channel.listen({ told: minds.told, typed: minds.typed }),
    documents.onCommit(({ roomId }) => minds.typed(roomId)),
  ];
  const commands = listen(databaseUrl, "interviewer", (payload) => {
    const asked = payload === null ? null : Asked.safeParse(JSON.parse(payload)).data;
    if (asked === null || asked === undefined) return;
    void minds.of(asked.room).then((mind) => (asked.stop === undefined ? mind?.check() : mind?.stop(asked.stop)));
  });
  const tellOthers = (asked: z.infer<typeof Asked>) =>
    sql`select pg_notify('interviewer', ${JSON.stringify(asked)})`.execute(db);

  /** What the Director knows of a room, wherever its mind is; null where there is nothing to ask. */
  async function stateOf(roomId: RoomId): Promise<{ pack: Pack; state: DirectorState } | null> {
    const mind = await minds.of(roomId);
    if (mind !== null) return mind.known();
    return remember(remembering, roomId, now());
  }

  /** For looking only: where nobody speaks and the mind sleeps, many who look within a moment wake it once. */
  const recent = new Map<RoomId, ReturnType<typeof stateOf>>();
  async function recentStateOf(roomId: RoomId): ReturnType<typeof stateOf> {
    if ((await minds.of(roomId)) !== null) return stateOf(roomId);
    const known = recent.get(roomId) ?? stateOf(roomId);
    if (!recent.has(roomId)) timers.after(recentMillis, () => recent.delete(roomId));
    recent.set(roomId, known);
    return known;
  }

  return {
    hasPack: (problem: string): boolean => packs.has(problem),
    stateOf,
    placeOf,
    touch: attendance.touch,

    view: (roomId: RoomId, sees: { staff: boolean }): Promise<InterviewView> =>
      viewInterview(
        {
          db,
          now,
          voiceNow: (payer) => voice.now(payer),
          hintsOf: async (id, policy) => {
            const known = await recentStateOf(id);
            return known === null ? noHints : hintsOf(known.pack, under(known.state, policy));
          },
        },
        roomId,
        sees,
      ),

    /** Has the recap of the phase said. */
    async check(roomId: RoomId): Promise<void> {
      const mind = await minds.of(roomId);
      if (mind === null) await tellOthers({ room: roomId });
      else mind.check();
    },

    /** False where that turn is not being said, as far as this process can know. */
    async stop(roomId: RoomId, turn: string): Promise<boolean> {
      const mind = await minds.of(roomId);
      if (mind !== null) return mind.stop(turn);
      const claim = await ownership.claim(roomId, () => {});
      if (claim === null) await tellOthers({ room: roomId, stop: turn });
      else await claim.release();
      return claim === null;
    },

    /** To be awaited before the report is written. */
    ended: (roomId: RoomId): Promise<void> => minds.ended(roomId),

    async close(): Promise<void> {
      callOff();
      for (const stop of stops) stop();
      attendance.close();
      await minds.close();
      await commands[Symbol.asyncDispose]();
      await ownership[Symbol.asyncDispose]();
    },
  };
}
export type Interviewer = ReturnType<typeof createInterviewer>;

const quoteChars = 300;

/** Null where the text has no such lines. */
function quoted(
  text: string,
  {
    document,
    version,
    line,
    endLine,
  }: { document: DocumentName; version: DocumentVersion; line: number; endLine: number },
): Place | null {
  const lines = text === "" ? [] : text.split("\n");
  if (line < 1 || endLine < line || endLine > lines.length) return null;
  return {
    document,
    version,
    line,
    endLine,
    quote: lines
      .slice(line - 1, endLine)
      .join("\n")
      .slice(0, quoteChars),
  };
}
