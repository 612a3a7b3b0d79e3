import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { postgresAccount } from "./account.ts";
import { postgresBinaries } from "./binaries.ts";
import { ensureCluster } from "./cluster.ts";
import { reachableFolder } from "./reachable-folder.ts";

export interface RunCache {
  /** A data folder nobody has used, with its password in `<folder>.password`. */
  cluster: string;
  /** Holds the allowed extensions in its part called `extension`, as Postgres looks for them. */
  extensions: string;
}

/** What every run's server starts from, made once per version of Postgres. */
export function runCache(cacheDir: string): RunCache {
  const account = postgresAccount();
  const binaries = postgresBinaries(account);
  const version = /[\d.]+/.exec(
    spawnSync(join(binaries, "postgres"), ["--version"], { ...account, cwd: "/" }).stdout.toString(),
  );
  // What was made for fewer extensions is not taken for this.
  const folder = join(reachableFolder(cacheDir), `postgres-${version?.[0] ?? "unknown"}-${allowed.length}`);
  const cache = { cluster: join(folder, "cluster"), extensions: folder };
  if (existsSync(folder)) return cache;
  // Made aside and renamed: nobody finds it half made, and of two that make it at once either one's will do.
  const half = `${folder}.${process.pid}`;
  mkdirSync(half, { recursive: true, mode: 0o711 });
  try {
    ensureCluster({ folder: join(half, "cluster"), binaries, account, isDurable: false });
    copyExtensions(binaries, join(half, "extension"));
    renameSync(half, folder);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return cache;
}

/** Languages, file readers and links to other servers are not among them. */
const allowed =
  "pg_trgm btree_gist btree_gin citext pgcrypto uuid-ossp hstore ltree unaccent fuzzystrmatch intarray pg_stat_statements".split(
    " ",
  );

function copyExtensions(binaries: string, to: string): void {
  const places = ["share/postgresql/extension", "share/extension"].map((part) => join(binaries, "..", part));
  const from = places.find((place) => existsSync(place));
  if (from === undefined) throw new Error(`the embedded Postgres in ${binaries} has no extensions; install it again`);
  const belongs = (file: string) =>
    file === from || allowed.some((name) => new RegExp(`^${name}(--.*\\.sql|\\.control)$`).test(basename(file)));
  cpSync(from, to, { recursive: true, filter: belongs });
}
