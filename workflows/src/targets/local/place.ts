import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { RunId } from "@proofroom/domain/id";
import { DeploymentFile, DeploymentProcesses } from "@proofroom/domain/infrastructure/deployment";
import { isSame } from "@proofroom/process/process-table";

/** Where one deployment lives on this host. */
export interface Place {
  folder: string;
  socketPath: string;
}

export const folderOf = (home: string, runId: RunId): string => join(home, "runs", runId);

/** Takes the folder for this run; null when it is taken already. Postgres's account must be able to pass through it. */
export function claim(home: string, runId: RunId): Place | null {
  const folder = folderOf(home, runId);
  mkdirSync(dirname(folder), { recursive: true, mode: 0o711 });
  try {
    mkdirSync(folder, { mode: 0o711 });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return null;
    throw error;
  }
  const place = { folder, socketPath: socketIn(folder) };
  const file = description(folder);
  writeFileSync(`${file}.new`, JSON.stringify({ socketPath: place.socketPath }), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return place;
}

/** Null while nobody has described it yet. */
export function placeIn(folder: string): Place | null {
  const described = read(description(folder), DeploymentFile);
  return described === null ? null : { folder, socketPath: described.socketPath };
}

/** The processes that a deployment has had; null while its supervisor has not begun. */
export const processesIn = (folder: string): DeploymentProcesses | null =>
  read(join(folder, "processes.json"), DeploymentProcesses);

/** Those of them that still live. */
export const living = (processes: DeploymentProcesses): DeploymentProcesses =>
  processes.filter(({ pid, started }) => isSame(pid, started));

/** Every run that has a folder on this host, with the time at which it was made. */
export function placesOf(home: string): { runId: RunId; createdAt: Date }[] {
  const runs = join(home, "runs");
  if (!existsSync(runs)) return [];
  return readdirSync(runs).flatMap((name) => {
    const runId = RunId.safeParse(name);
    const found = statSync(join(runs, name), { throwIfNoEntry: false });
    if (!runId.success || found === undefined) return [];
    // Not every file system knows when a folder was made; its last change then has to do.
    const createdAt = found.birthtimeMs > 0 ? found.birthtime : found.mtime;
    return [{ runId: runId.data, createdAt }];
  });
}

const description = (folder: string): string => join(folder, "deployment.json");

/** A unix socket's path has room for about 100 bytes; where the folder's is longer it lies in a private one of its own. */
function socketIn(folder: string, most = 100): string {
  const usual = join(folder, "control.sock");
  if (Buffer.byteLength(usual) <= most) return usual;
  const temporary = Buffer.byteLength(tmpdir()) > 60 ? "/tmp" : tmpdir();
  return join(mkdtempSync(join(temporary, "proofroom-")), "control.sock");
}

function read<T>(file: string, schema: { parse(value: unknown): T }): T | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
