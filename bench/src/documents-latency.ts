import { type ChildProcess, fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { openDatabase } from "@proofroom/database/open";
import { RoomId } from "@proofroom/domain/id";
import { migrate } from "@proofroom/migrations/migrate";
import { startPostgres } from "@proofroom/postgres/start";
import { createDocuments } from "@proofroom/server/documents/documents";
import { openWriter, type Writer } from "./documents-writer.ts";

const load = { rooms: 10, writersPerRoom: 4, editsPerSecond: 200, seconds: 3, rounds: 3 };
const targets = ["relay", "proofroom"] as const;

interface Latency {
  p50: number;
  p95: number;
  /** Of one run: keystrokes that reached everybody else, of those typed. */
  arrived: number;
}

/** Keystroke → another socket, ours beside a bare relay, in turns on one machine. Only the ratios mean something. */
export async function measureDocumentsLatency(print: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "proofroom-bench-"));
  await using postgres = await startPostgres({ dataDir: join(folder, "postgres") });
  await using database = openDatabase(postgres.url, 3, () => {});
  await migrate(database.db);
  const documents = createDocuments({
    db: database.db,
    log: { warn: (_details, message) => print(message), info: () => {} },
    now: () => performance.now(),
  });

  const owner = randomUUID();
  await database.db.insertInto("person").values({ id: owner, name: "bench" }).execute();
  const newRoom = async (): Promise<string> => {
    const id = RoomId.parse(randomUUID());
    const room = { id, problem: "bench", mode: "live", interviewer: "off", state: "live", owner_id: owner } as const;
    await database.db.insertInto("room").values(room).execute();
    await documents.create(database.db, id);
    return id;
  };

  const processes = await Promise.all(targets.map((target) => startTarget(target, postgres.url)));
  try {
    const runs: Record<(typeof targets)[number], Latency[]> = { relay: [], proofroom: [] };
    for (let round = 0; round < load.rounds; round++) {
      for (const [n, target] of targets.entries()) {
        const rooms = await Promise.all(Array.from({ length: load.rooms }, newRoom));
        runs[target].push(await oneRun(processes[n]?.port ?? 0, rooms));
        const last = runs[target].at(-1);
        print(`documents ${target} run ${round + 1}: arrived ${last?.arrived.toFixed(3)}`);
      }
    }
    for (const figure of ["p50", "p95"] as const) {
      const ratios = runs.proofroom.map((ours, n) => ours[figure] / (runs.relay[n]?.[figure] ?? Number.NaN));
      const each = ratios.map((ratio) => ratio.toFixed(2)).join(", ");
      print(
        `documents keystroke ${figure}, committed first, to a bare relay: ${median(ratios).toFixed(2)}x (n=${ratios.length}: ${each})`,
      );
    }
  } finally {
    for (const { child } of processes) child.disconnect();
    await documents.drain();
    await rm(folder, { recursive: true, force: true });
  }
}

async function startTarget(target: string, databaseUrl: string): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(new URL("./documents-target.ts", import.meta.url), [target, databaseUrl]);
  const [port]: unknown[] = await once(child, "message");
  if (typeof port !== "number") throw new Error(`${target} has no port`);
  return { child, port };
}

/** Open loop: a keystroke is due by the clock whatever became of the last, and its latency counts from then. */
async function oneRun(port: number, rooms: string[]): Promise<Latency> {
  const total = load.editsPerSecond * load.seconds;
  const perWriter = Math.ceil(total / (load.rooms * load.writersPerRoom)) + 1;
  const dueAt = new Map<string, number>();
  const latencies: number[] = [];
  const writers: Writer[] = [];
  const hear = (client: number, stroke: number): void => {
    const due = dueAt.get(`${client} ${stroke}`);
    if (due !== undefined) latencies.push(performance.now() - due);
  };
  for (let n = 0; n < load.rooms * load.writersPerRoom; n++) {
    const url = `ws://127.0.0.1:${port}/${rooms[n % load.rooms]}/${randomUUID()}`;
    writers.push(await openWriter(url, n + 1, perWriter, { onStroke: hear }));
  }

  const start = performance.now();
  const expected = total * (load.writersPerRoom - 1);
  for (let sent = 0; sent < total;) {
    const due = Math.min(total, Math.floor(((performance.now() - start) / 1_000) * load.editsPerSecond));
    for (; sent < due; sent++) {
      const [writer, stroke] = [writers[sent % writers.length], Math.floor(sent / writers.length)];
      if (writer === undefined) continue;
      dueAt.set(`${writer.client} ${stroke}`, start + (sent * 1_000) / load.editsPerSecond);
      writer.type(stroke);
    }
    await pause(1);
  }
  for (let waited = 0; waited < 100 && latencies.length < expected; waited++) await pause(20);
  for (const writer of writers) writer.close();
  latencies.sort((a, b) => a - b);
  const at = (share: number): number => latencies[Math.floor(latencies.length * share)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), arrived: latencies.length / expected };
}

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

if (import.meta.main) await measureDocumentsLatency(console.log);
