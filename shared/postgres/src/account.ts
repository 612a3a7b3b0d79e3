import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Whom Postgres runs as; empty means as ourselves. */
export interface Account {
  uid?: number;
  gid?: number;
}

/** Postgres refuses to run as root: borrow an account that already has a passwd entry, and never create one. */
export function postgresAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const account = accounts.find((a) => a[0] === "nobody") ?? accounts.find((a) => a[0] === "postgres");
  if (account === undefined) {
    throw new Error("Postgres cannot run as root and there is no account `nobody`; start Proofroom as another user");
  }
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

/** True when the account can enter the folder. */
export function canEnter(account: Account, folder: string): boolean {
  return spawnSync("sh", ["-c", 'cd "$0"', folder], { ...account, cwd: "/", stdio: "ignore" }).status === 0;
}
