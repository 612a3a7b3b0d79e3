import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Account } from "./account.ts";

export const superuser = "proofroom";

/** Nothing of the user's surroundings changes how Postgres behaves or which language its log has. */
export const postgresEnvironment = { PATH: process.env["PATH"], HOME: "/tmp", LC_ALL: "C", TZ: "UTC" };

interface Cluster {
  folder: string;
  binaries: string;
  account: Account;
  /** Off is for data that may be lost, as in tests. */
  isDurable: boolean;
}

/**
 * Makes the data folder unless there is one, and answers its superuser's password, which lies in a file beside it. It is
 * made under another name and then renamed: a start that was killed half-way leaves no half folder behind.
 */
export function ensureCluster({ folder, binaries, account, isDurable }: Cluster): string {
  const secret = `${folder}.password`;
  if (existsSync(join(folder, "PG_VERSION"))) return readFileSync(secret, "utf8");
  const half = `${folder}.half`;
  rmSync(half, { recursive: true, force: true });
  rmSync(secret, { force: true });
  const password = randomBytes(24).toString("base64url");
  writeFileSync(secret, password, { mode: 0o600 });
  mkdirSync(half, { mode: 0o700 });
  for (const file of [secret, half]) giveTo(account, file);
  const options = ["--auth=scram-sha-256", `--pwfile=${secret}`, "--encoding=UTF8", "--locale=C"];
  const args = ["-D", half, "-U", superuser, ...options, ...(isDurable ? [] : ["--no-sync"])];
  const made = spawnSync(join(binaries, "initdb"), args, {
    ...account,
    env: postgresEnvironment,
    cwd: "/",
    encoding: "utf8",
  });
  if (made.status !== 0) throw new Error(initFailure(made.error?.message ?? made.stderr, folder));
  renameSync(half, folder);
  return password;
}

function giveTo({ uid, gid }: Account, file: string): void {
  if (uid !== undefined) chownSync(file, uid, gid ?? uid);
}

function initFailure(reason: string, folder: string): string {
  if (/no space left/i.test(reason)) return `the disk that holds ${folder} is full; free some space and start again`;
  return `Postgres could not make its data folder ${folder}: ${reason.trim()}`;
}
