import { type ChildProcess, fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { openDatabase } from "@proofroom/database/open";
import { DocumentName } from "@proofroom/domain/document/document";
import { migrate } from "@proofroom/migrations/migrate";
import { startPostgres } from "@proofroom/postgres/start";
import { problemsDir } from "@proofroom/problems/public";
import * as Y from "yjs";
import { openWriter, type Writer } from "./documents-writer.ts";

const load = { rooms: 5, writersPerRoom: 2, editsPerSecond: 100, seconds: 5, rounds: 7, lines: 100 };
const kinds = ["proofroom", "followed"] as const;

/** Keystroke → acknowledged as committed, in rooms that are read after each commit beside rooms that are not, in turns. */
export async function measureReading(print: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "proofroom-bench-"));
  await using postgres = await startPostgres({ dataDir: join(folder, "postgres") });
  await using database = openDatabase(postgres.url, 3, () => {});
  const { db } = database;
  await migrate(db);
  const owner = randomUUID();
  await db.insertInto("person").values({ id: owner, name: "bench" }).execute();
  const texts = await longTexts();

  const newRoom = async (): Promise<string> => {
    const id = randomUUID();
    const room = { id, problem: "bench", mode: "live", interviewer: "off", state: "live", owner_id: owner } as const;
    await db.insertInto("room").values(room).execute();
    for (const name of DocumentName.options) {
      const document_id = randomUUID();
      await db.insertInto("document").values({ id: document_id, room_id: id, name, epoch: 1 }).execute();
      const first = { document_id, epoch: 1, seq: 1, author_id: owner, bytes: Buffer.from(stateOf(texts[name])) };
      await db.insertInto("document_update").values(first).execute();
    }
    return id;
  };

  const targets = await Promise.all(kinds.map((kind) => startTarget(kind, postgres.url)));
  try {
    const runs: Record<(typeof kinds)[number], number[]> = { proofroom: [], followed: [] };
    // The first round warms both up and does not count.
    for (let round = 0; round <= load.rounds; round++) {
      for (const [n, kind] of kinds.entries()) {
        const rooms = await Promise.all(Array.from({ length: load.rooms }, newRoom));
        const p95 = await oneRun(targets[n]?.port ?? 0, rooms);
        if (round > 0) runs[kind].push(p95);
      }
    }
    const ratios = runs.followed.map((followed, n) => followed / (runs.proofroom[n] ?? Number.NaN));
    const each = ratios.map((ratio) => ratio.toFixed(2)).join(", ");
    print(
      `keystroke → acknowledged, p95, rooms that are read to rooms that are not: ${median(ratios).toFixed(2)}x (n=${ratios.length}: ${each}), ` +
        `${median(runs.followed).toFixed(1)} beside ${median(runs.proofroom).toFixed(1)} ms; ${targets[1]?.readings() ?? 0} readings of ${load.lines} lines a document`,
    );
  } finally {
    for (const { child } of targets) child.disconnect();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The reference's documents and as many lines again as a long interview leaves: some 300 in the three. */
async function longTexts(): Promise<Record<DocumentName, string>> {
  const read = (file: string): Promise<string> =>
    readFile(join(problemsDir, "url-shortener", "reference", file), "utf8");
  const [schema, api, design] = await Promise.all(["schema.sql", "api.yaml", "design.md"].map(read));
  const table = (n: number): string => `create table kept_${n} (\n  id bigint primary key,\n  url text not null\n);\n`;
  const path = (n: number): string =>
    `  /kept/${n}:\n    get:\n      responses:\n        "200": { description: found }\n`;
  const tables = Array.from({ length: load.lines / 4 }, (_, n) => table(n)).join("");
  const paths = Array.from({ length: load.lines / 4 }, (_, n) => path(n)).join("");
  const words = "What is kept, for how long, and what is lost with it.\n".repeat(load.lines);
  // The writers begin a comment at the start of the schema.
  return { schema: `\n${schema}\n${tables}`, api: `${api?.trimEnd()}\n${paths}`, design: `${design}\n${words}` };
}

function stateOf(text: string): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 4_000_000_000;
  doc.getText("content").insert(0, text);
  return Y.encodeStateAsUpdate(doc);
}

async function startTarget(
  kind: string,
  databaseUrl: string,
): Promise<{ child: ChildProcess; port: number; readings: () => number }> {
  const child = fork(new URL("./documents-target.ts", import.meta.url), [kind, databaseUrl]);
  const [port]: unknown[] = await once(child, "message");
  if (typeof port !== "number") throw new Error(`${kind} has no port`);
  let readings = 0;
  child.on("message", () => readings++);
  return { child, port, readings: () => readings };
}

/** Open loop, as in the measurement beside a relay. Answers the 95th percentile in milliseconds. */
async function oneRun(port: number, rooms: string[]): Promise<number> {
  const total = load.editsPerSecond * load.seconds;
  const count = load.rooms * load.writersPerRoom;
  const latencies: number[] = [];
  const start = performance.now() + 1_000; // what loads a document for the first time is not measured
  const dueAt = (sent: number): number => start + (sent * 1_000) / load.editsPerSecond;
  const writers: Writer[] = [];
  for (let n = 0; n < count; n++) {
    let committed = 0;
    const onCommitted = (strokes: number): void => {
      for (; committed < strokes; committed++) latencies.push(performance.now() - dueAt(committed * count + n));
    };
    const url = `ws://127.0.0.1:${port}/${rooms[n % rooms.length]}/${randomUUID()}`;
    writers.push(await openWriter(url, n + 1, Math.ceil(total / count), { onCommitted }));
  }
  for (let sent = 0; sent < total;) {
    for (; sent < total && dueAt(sent) <= performance.now(); sent++) {
      writers[sent % count]?.type(Math.floor(sent / count));
    }
    await pause(1);
  }
  for (let waited = 0; waited < 100 && latencies.length < total; waited++) await pause(20);
  for (const writer of writers) writer.close();
  if (latencies.length < total) throw new Error(`only ${latencies.length} of ${total} keystrokes were acknowledged`);
  latencies.sort((a, b) => a - b);
  return latencies[Math.floor(latencies.length * 0.95)] ?? Number.NaN;
}

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

if (import.meta.main) await measureReading(console.log);
