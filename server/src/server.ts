import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { createAiLedger } from "@proofroom/database/ai-ledger";
import { isDatabaseAway } from "@proofroom/database/away";
import type { Database } from "@proofroom/database/schema";
import type { PersonId, RoomId } from "@proofroom/domain/id";
import type { PublicProblem } from "@proofroom/domain/problem/problem";
import type { RoomState } from "@proofroom/domain/room/room";
import type { Logger } from "@proofroom/process/logger";
import { type Kysely, sql } from "kysely";
import { createAccess } from "./auth/access.ts";
import { createSessions } from "./auth/lucia.ts";
import { carryLive } from "./channel/carry-live.ts";
import { createChannel } from "./channel/channel.ts";
import { followRooms } from "./channel/follow-rooms.ts";
import { followRunsWhenPossible } from "./channel/follow-runs.ts";
import { createPace } from "./pace.ts";
import { createChat } from "./chat/post-message.ts";
import type { Config } from "./config.ts";
import { createDocuments } from "./documents/documents.ts";
import { createApi } from "./http/api.ts";
import { createApp } from "./http/app.ts";
import { createUpgrade } from "./http/upgrade.ts";
import { createInterviewer } from "./interviewer/interviewer.ts";
import { type ChosenVoice, rulesOnly } from "./interviewer/choose-voice.ts";
import { openClaude } from "./interviewer/open-claude.ts";
import type { Packs } from "./interviewer/packs.ts";
import type { ReadThread } from "./interviewer/reading/read-thread.ts";
import { createReader } from "./interviewer/reading/reader.ts";
import { createReports } from "./interviewer/report/reports.ts";
import { realTimers, type Timers } from "./interviewer/timers.ts";
import { createOpenSockets } from "./rooms/open-sockets.ts";
import { recheckRegularly } from "./rooms/recheck.ts";
import type { Engine } from "./runs/engine.ts";

export interface ServerDependencies {
  config: Config;
  db: Kysely<Database>;
  engine: Engine | { off: string };
  problems: PublicProblem[];
  /** What the interviewer knows of them. */
  packs: Packs;
  version: string;
  log: Logger;
  /** Of the interviewer; the real ones where none are given. */
  now?: () => number;
  timers?: Timers;
  voice?: ChosenVoice;
  thread?: ReadThread;
}

/** Builds the whole server and listens. What needs the database waits for it by itself, now and whenever it is away. */
export async function startServer({ config, db, engine, problems, packs, version, log, ...given }: ServerDependencies) {
  const { publicUrl, databaseUrl, claude } = config;
  const { now = () => Date.now(), timers = realTimers, voice, thread } = given;
  const report = (error: unknown): void => {
    if (!isDatabaseAway(error)) log.error({ err: error }, "something was not foreseen");
  };
  const millis = () => performance.now();
  const sessions = createSessions(db, publicUrl);
  const access = createAccess({ db, sessions });
  const sockets = createOpenSockets();
  const documents = createDocuments({ db, log, now: millis });
  const ledger = createAiLedger(db);
  const opened =
    claude === null ? null : openClaude({ db, ledger, problems, documents, log, report, settings: claude });
  const chat = createChat({
    db,
    pace: createPace({ most: 5, millis: 10_000, now: millis }),
    onKept: (message) => opened?.secondStage.look(message),
  });
  const door = { db, sessions, sockets };
  const channel = createChannel({ ...door, chat, now: millis, report });
  const live = carryLive({ db, databaseUrl, emit: channel.emitLive, timers, report });
  const reader = createReader({ db, documents, log, now: millis, ...(thread === undefined ? {} : { thread }) });
  const interviewer = createInterviewer({
    db,
    databaseUrl,
    packs,
    problems,
    sockets,
    channel,
    live: live.tell,
    documents,
    reader,
    voice: voice ?? opened?.voice ?? rulesOnly,
    timers,
    now,
    report,
  });

  const reports = createReports({
    db,
    engine,
    freeze: (roomId) => documents.freeze(roomId),
    reader,
    packs,
    problems,
    hasKey: claude !== null,
    onError: report,
  });

  const onMove = async (roomId: RoomId, state: RoomState): Promise<void> => {
    sockets.stateChanged(roomId, state);
    documents.accessChanged(roomId);
    // Whoever is told that the room has ended may rely on it that nothing is still on its way into the documents.
    if (state !== "ended") return;
    await documents.freeze(roomId).catch(report);
    await interviewer.ended(roomId).catch(report);
    await reports.start(roomId).catch(report);
  };
  const onRemove = (roomId: RoomId, personId: PersonId): void => {
    sockets.removed(roomId, personId);
    documents.accessChanged(roomId, personId);
  };

  const api = createApi({
    db,
    sessions,
    access,
    chat,
    interviewer,
    reports,
    ledger,
    packs,
    problems,
    publicUrl,
    version,
    engine,
    now: () => new Date(),
    furnish: (trx, roomId) => documents.create(trx, roomId),
    textOf: (roomId, document, at) => documents.text(roomId, document, at),
    freeze: (roomId) => documents.freeze(roomId),
    onMove,
    onRemove,
    // A classroom behind one address may come in at once; whoever fills the database with guests may not.
    signInPace: createPace({ most: 200, millis: 60_000, now: millis }),
    onSignOut: sockets.signedOut,
    onError: report,
  });
  const dependencies = {
    database: () => sql`select 1`.execute(db).then(() => "ok"),
    temporal: () => ("off" in engine ? Promise.resolve("off") : engine.ping().then(() => "ok")),
    runs: () => Promise.resolve("off" in engine ? engine.off : "ok"),
  };
  const app = createApp({ api, publicUrl, dist: config.dist, dependencies, report });

  const answer = getRequestListener(app.fetch);
  const patience = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 5_000 };
  const http = createServer(patience, (request, response) => void answer(request, response));
  const connect = documents.connect.bind(documents);
  http.on("upgrade", createUpgrade({ ...door, publicUrl, connect, channel: channel.upgrade, report }));
  await listening(http, config);

  const rechecking = recheckRegularly({ ...door, onMove, report });
  const background = [
    rechecking,
    live,
    followRooms({ databaseUrl, feed: channel.feed, onConnected: rechecking.now, report }),
    followRunsWhenPossible({ db, databaseUrl, emit: channel.emitRun, onError: report }),
  ];
  return {
    api,
    reader,
    /** Commits and acknowledges what was accepted, then lets go of everybody; within 5 s. */
    async close(): Promise<void> {
      http.close();
      await reports.close();
      await Promise.all([interviewer.close(), documents.drain(), opened?.secondStage.close()]);
      await reader.close();
      await channel.close();
      http.closeAllConnections();
      await Promise.all(background.map((one) => one[Symbol.asyncDispose]()));
    },
  };
}

function listening(http: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once("error", reject);
    http.listen(port, host, resolve);
  });
}
