import { createWriteStream, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";

const rotateBytes = 20_000_000;

/** A part's log: every line goes into a file; a big one becomes `….1` at the next start. */
export function openLog(file: string): (line: string) => void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > rotateBytes) renameSync(file, `${file}.1`);
  const stream = createWriteStream(file, { flags: "a", mode: 0o600 });
  // A full disk must not end the room: its log is the least that it needs.
  stream.on("error", () => {});
  return (line) => void stream.write(`${line}\n`);
}

/** What of a program's line a person should see: warnings and errors, without stacks and what else surrounds them. */
export function worthSaying(line: string): string | null {
  if (!line.startsWith("{")) return /^\s*$|^\s+(at\s|\^|\w+: ')|^(\}|Node\.js v)/.test(line) ? null : line;
  try {
    const entry: { level?: unknown; msg?: unknown; err?: { message?: unknown } } = JSON.parse(line);
    if (typeof entry.level !== "number" || entry.level < 40) return null;
    return [entry.msg, entry.err?.message].filter((part) => typeof part === "string").join(": ");
  } catch {
    return line;
  }
}
