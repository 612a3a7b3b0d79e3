import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "@proofroom/process/free-port";
import { postgresAccount } from "./account.ts";
import { postgresBinaries } from "./binaries.ts";
import { ensureCluster, superuser } from "./cluster.ts";
import { clearOrphan } from "./orphan.ts";
import { launch, type Postmaster } from "./postmaster.ts";
import { reachableFolder } from "./reachable-folder.ts";

export interface PostgresOptions {
  dataDir: string;
  /** Unset: any free one. */
  port?: number;
  /** Postgres settings beyond the defaults; `fsync: "off"` also makes the data folder without waiting for the disk. */
  settings?: Record<string, string>;
  onLog?: (line: string) => void;
}

export interface Postgres extends Postmaster, AsyncDisposable {
  /** The superuser's, for the database `postgres`. */
  url: string;
  port: number;
}

/**
 * A real Postgres on a loopback port, with its data in `dataDir`. It ends with this process, however that ends. The caller
 * holds whatever lock says that `dataDir` is its own: a Postgres found running there is taken for an orphan and ended.
 * Throws when it cannot run, with what Postgres said.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { settings = {}, onLog = () => {} } = options;
  const account = postgresAccount();
  const binaries = postgresBinaries(account);
  const folder = reachableFolder(options.dataDir);
  await clearOrphan(folder);
  const password = ensureCluster({ folder, binaries, account, isDurable: settings["fsync"] !== "off" });
  const port = options.port ?? (await freePort());
  const postmaster = await patiently(() => launch({ folder, binaries, account, port, settings, onLog }));
  return {
    ...postmaster,
    port,
    url: `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`,
    [Symbol.asyncDispose]: () => postmaster.stop(),
  };
}

/** After a kill -9 of Postgres its sessions end by themselves, a busy one only with its query; until then a new one is refused. */
async function patiently(attempt: () => Promise<Postmaster | { refused: string }>): Promise<Postmaster> {
  for (let tries = 1; ; tries++) {
    const outcome = await attempt();
    if (!("refused" in outcome)) return outcome;
    if (!outcome.refused.includes("pre-existing shared memory block") || tries === 50) {
      throw new Error(`Postgres did not start: ${outcome.refused}`);
    }
    await pause(200);
  }
}
