import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { prepareRuns } from "@proofroom/postgres/run-server";

/**
 * Makes what every local deployment of a home starts from, in a process of its own since making it blocks. Whatever keeps
 * it from succeeding is said by the first run, which makes it again.
 */
export function prepareInBackground(home: string): void {
  spawn(process.execPath, [self, home], { stdio: "ignore" }).unref();
}

const self = fileURLToPath(import.meta.url);
if (process.argv[1] === self && process.argv[2] !== undefined) prepareRuns(join(process.argv[2], "cache"));
