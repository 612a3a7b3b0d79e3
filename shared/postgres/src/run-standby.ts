import { randomBytes } from "node:crypto";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { reachableFolder } from "./reachable-folder.ts";
import { type Restartable, startRestartable } from "./restartable.ts";
import { copyCluster, prepareRuns, runSettings, type RunServer } from "./run-server.ts";

export interface RunStandbyOptions {
  /** Tells it from others of the same primary: letters, digits and underscores. */
  name: string;
  dataDir: string;
  cacheDir: string;
  /** The primary's: a standby must be able to hold as many. */
  connections: number;
  onLog?: (line: string) => void;
}

export interface RunStandby extends Restartable {
  /** Waits until it has all that the primary has written so far; false when that takes longer. Rejects where one is down. */
  catchUp(millis: number): Promise<boolean>;
  /** From now on what the primary commits is seen here so many milliseconds later; 0 for as soon as it arrives. */
  delay(millis: number): Promise<void>;
}

/**
 * A streaming standby of a run's server. It starts from the same data folder as the primary did, and hears what was written
 * since: nothing has to be backed up. `primary` may be starting still while the folder is copied.
 */
export async function startRunStandby(primary: Promise<RunServer>, options: RunStandbyOptions): Promise<RunStandby> {
  const { name, dataDir, connections, onLog } = options;
  const cache = prepareRuns(options.cacheDir);
  await copyCluster(cache.cluster, dataDir);
  const source = await primary;
  const password = await prepareSource(source, name);
  const folder = reachableFolder(dataDir);
  // In the folder's own file rather than on the command line, which everybody may read.
  const conninfo = `host=127.0.0.1 port=${source.port} user=${name} password=${password} application_name=${name}`;
  const own = { primary_conninfo: conninfo, primary_slot_name: name, wal_retrieve_retry_interval: "200ms" };
  const lines = Object.entries(own).map(([setting, value]) => `${setting} = '${value}'\n`);
  appendFileSync(join(folder, "postgresql.auto.conf"), lines.join(""));
  appendFileSync(join(folder, "standby.signal"), "");
  // The data folder was made with room for a hundred, and a standby must never have less than was there before.
  const settings = { ...runSettings(cache, connections), max_connections: String(Math.max(100, connections + 10)) };
  const standby = await startRestartable({ dataDir, settings, ...(onLog === undefined ? {} : { onLog }) });
  return {
    ...standby,
    catchUp: (millis) => catchUp(source.url, standby.url, millis),
    async delay(millis) {
      await statements(standby.url, [
        `alter system set recovery_min_apply_delay = '${Math.round(millis)}ms'`,
        "select pg_reload_conf()",
      ]);
    },
  };
}

/** Makes whom the standby comes as, and keeps for it what it has not heard yet. Answers the password. */
async function prepareSource(source: RunServer, name: string): Promise<string> {
  const password = randomBytes(18).toString("base64url");
  await statements(source.url, [
    `create role ${name} login replication password '${password}'`,
    `select pg_create_physical_replication_slot('${name}', true)`,
  ]);
  return password;
}

async function catchUp(primary: string, standby: string, millis: number): Promise<boolean> {
  const began = performance.now();
  const [there, here] = [await connect(primary), await connect(standby).catch(() => null)];
  try {
    const { rows: written } = await there.query<{ lsn: string }>("select pg_current_wal_lsn()::text as lsn");
    if (here === null) throw new Error("the standby is down");
    while (performance.now() - began < millis) {
      const text = "select pg_last_wal_replay_lsn() >= $1::pg_lsn as has";
      const { rows } = await here.query<{ has: boolean }>(text, [written[0]?.lsn]);
      if (rows[0]?.has === true) return true;
      await pause(5);
    }
    return false;
  } finally {
    await Promise.all([there.end(), here?.end()]);
  }
}

async function statements(url: string, texts: string[]): Promise<void> {
  const client = await connect(url);
  try {
    for (const text of texts) await client.query(text);
  } finally {
    await client.end();
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  return client;
}
