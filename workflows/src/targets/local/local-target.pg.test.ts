import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import type { RunId } from "@proofroom/domain/id";
import { afterAll, describe } from "vitest";
import { testTarget } from "../target-contract.ts";
import { createLocalTarget } from "./local-target.ts";
import { folderOf } from "./place.ts";

const home = mkdtempSync("/var/tmp/proofroom-local-");
chmodSync(home, 0o711);
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Every process that names the run in its command, every socket and file of it. */
function leftOf(runId: RunId): string[] {
  const folder = folderOf(home, runId);
  const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && commandOf(name).includes(runId));
  const sockets = readFileSync("/proc/net/unix", "utf8")
    .split("\n")
    .filter((line) => line.includes(runId));
  return [...processes.map(commandOf), ...sockets, ...(existsSync(folder) ? [folder] : [])];
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

describe("the local target", () => {
  testTarget({ open: () => createLocalTarget({ home, host: "test" }), leftOf });
});
