import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { fetchBinary, isPinned } from "./fetch.ts";
import { expectedSha256, version } from "./release.ts";

interface BinaryOptions {
  tell?: (line: string) => void;
  env?: Record<string, string | undefined>;
}

export interface MissingBinary {
  /** A sentence for everybody in the room: what is missing and what to install. */
  missing: string;
  /** What was tried, for whoever starts the room. */
  tried: string[];
}

/**
 * The `temporal` program to run: TEMPORAL_CLI_PATH, else the one on PATH, else the cached copy of the pinned release, else
 * that release fetched now.
 */
export async function temporalBinary(options: BinaryOptions = {}): Promise<{ path: string } | MissingBinary> {
  const { tell = () => {}, env = process.env } = options;
  const given = env["TEMPORAL_CLI_PATH"];
  if (given !== undefined && given !== "") {
    return isExecutable(given)
      ? { path: given }
      : { missing: `TEMPORAL_CLI_PATH names ${given}, which cannot be run. ${remedy}`, tried: [] };
  }
  const onPath = (env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, "temporal"));
  const found = onPath.find(isExecutable);
  if (found !== undefined) return { path: found };
  if (expectedSha256() === undefined) return missing([`no release fits ${process.platform}-${process.arch}`]);
  const cached = join(cacheFolder(env), `temporal-${version}-${process.arch}`);
  if (await isPinned(cached)) return { path: cached };
  try {
    const fetched = await fetchBinary(cached, tell);
    return "path" in fetched ? fetched : missing(fetched.failed);
  } catch (error) {
    return missing([error instanceof Error ? error.message : String(error)]);
  }
}

/** By version and outside of any checkout, so that a second clone starts at once. */
export function cacheFolder(env: Record<string, string | undefined> = process.env): string {
  const base = env["XDG_CACHE_HOME"];
  return join(base === undefined || base === "" ? join(homedir(), ".cache") : base, "proofroom");
}

/** What gives a room runs that has none for want of a Temporal server. */
export const remedy = `Install the Temporal CLI ${version} (\`temporal\` on PATH, or TEMPORAL_CLI_PATH) and start again.`;

const missing = (tried: string[]): MissingBinary => ({ missing: `no Temporal server could be had. ${remedy}`, tried });

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
