import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import pg from "pg";
import { postgresAccount } from "./account.ts";
import { reachableFolder } from "./reachable-folder.ts";
import { type Restartable, startRestartable } from "./restartable.ts";
import { type RunCache, runCache } from "./run-cache.ts";

export interface RunServerOptions {
  /** Of this run alone; removed with `removeRunData`. */
  dataDir: string;
  /** Kept between runs: a fresh data folder to copy, and the extensions that a design may use. */
  cacheDir: string;
  /** How many sessions the design may have at once. */
  connections: number;
  onLog?: (line: string) => void;
}

export interface RunServer extends Restartable {
  /** Whom the design's statements run as: no superuser, no other database, limited in sessions and temporary files. */
  role: { user: string; password: string; database: string };
}

const user = "candidate";
const database = "design";

/**
 * A Postgres server for one run. What a process acknowledges survives the kill of any process, not a power loss: nothing
 * waits for the disk, so a run does not depend on how fast it is.
 */
export async function startRunPostgres(options: RunServerOptions): Promise<RunServer> {
  const { dataDir, connections, onLog } = options;
  const cache = prepareRuns(options.cacheDir);
  await copyCluster(cache.cluster, dataDir);
  const settings = runSettings(cache, connections);
  const postgres = await startRestartable({ dataDir, settings, ...(onLog === undefined ? {} : { onLog }) });
  try {
    const password = await createRole(postgres.url, connections);
    return { ...postgres, role: { user, password, database } };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** A standby has to be given the same. */
export const runSettings = ({ extensions }: RunCache, connections: number): Record<string, string> => ({
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "on",
  shared_buffers: "64MB",
  max_connections: String(connections + 10),
  // A plain role may create trusted extensions, among them languages that run any code: it finds only those listed here.
  extension_control_path: extensions,
  temp_file_limit: "256MB",
  max_wal_size: "256MB",
  jit: "off",
  // The log is kept with its times by whoever reads it.
  log_line_prefix: "",
  log_checkpoints: "off",
  autovacuum_naptime: "10s",
  // In the data folder, with which they go; where the system keeps them they outlive a kill -9.
  dynamic_shared_memory_type: "mmap",
  // A standby that begins where this server began finds all that was written since.
  wal_keep_size: "64MB",
  max_slot_wal_keep_size: "256MB",
});

/** Makes what all runs start from, unless it is there: a second or two that the first run of a home need not wait for. */
export const prepareRuns = (cacheDir: string): RunCache => runCache(join(cacheDir, "run-postgres"));

/** Where the data of a standby lie, beside those of its primary. */
export const standbyFolder = (dataDir: string, name: string): string => `${dataDir}-${name}`;

/** Removes the data of a run's server and of all its standbys. */
export function removeAllRunData(dataDir: string): void {
  const beside = existsSync(dirname(dataDir)) ? readdirSync(dirname(dataDir)) : [];
  const standbys = beside.filter((name) => name.startsWith(`${basename(dataDir)}-`) && !name.endsWith(".password"));
  for (const name of [basename(dataDir), ...standbys]) removeRunData(join(dirname(dataDir), name));
}

/** A server that is on its way out may still write a file into a folder that is being emptied. */
const removal = { recursive: true, force: true, maxRetries: 5 };

/** Removes what a run's server has left, also where its data had to lie elsewhere. Fine when there is nothing. */
export function removeRunData(dataDir: string): void {
  freeSharedMemory(dataDir);
  const elsewhere = linkedFrom(dataDir);
  if (elsewhere !== null) rmSync(dirname(elsewhere), removal);
  for (const left of [dataDir, `${dataDir}.password`]) rmSync(left, removal);
}

/**
 * A server that was killed leaves a few bytes of the system's shared memory, of which there is a limited number of pieces; it
 * names its piece in the file by which it says that it runs. A server that starts on the data again frees it, nothing else does.
 */
function freeSharedMemory(dataDir: string): void {
  let said: string;
  try {
    said = readFileSync(join(dataDir, "postmaster.pid"), "utf8");
  } catch {
    return;
  }
  const [, piece] = /^\s*\d+\s+(\d+)\s*$/m.exec(said.split("\n").slice(6).join("\n")) ?? [];
  if (piece !== undefined) spawnSync("ipcrm", ["-m", piece], { ...postgresAccount(), cwd: "/", stdio: "ignore" });
}

function linkedFrom(dataDir: string): string | null {
  try {
    const to = readlinkSync(dataDir);
    return /^\/var\/tmp\/proofroom-[0-9a-f]{16}\//.test(to) ? to : null;
  } catch {
    return null;
  }
}

/** Copying a data folder takes a third of the time of making one. */
export async function copyCluster(cluster: string, dataDir: string): Promise<void> {
  const to = reachableFolder(dataDir);
  removeRunData(to);
  for (const part of ["", ".password"]) {
    const copy = spawn("cp", ["-Rp", `${cluster}${part}`, `${to}${part}`], { stdio: ["ignore", "ignore", "inherit"] });
    const [code] = await once(copy, "exit");
    if (code !== 0) throw new Error(`could not copy to ${to}; free some space on its disk and press Run again`);
  }
}

async function createRole(url: string, connections: number): Promise<string> {
  const password = randomBytes(18).toString("base64url");
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query(`create role ${user} login password '${password}' nosuperuser nocreatedb nocreaterole
      noreplication connection limit ${connections}`);
    // `file_copy` is a tenth faster for an empty database than the write-ahead log's way.
    await client.query(`create database ${database} owner ${user} strategy file_copy`);
    await client.query(`revoke connect on database postgres, template1 from public`);
  } finally {
    await client.end();
  }
  return password;
}
