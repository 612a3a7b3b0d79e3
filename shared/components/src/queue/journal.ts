import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { QueueEntry } from "@proofroom/domain/infrastructure/queue-message";

export interface Journal {
  /** What was kept before a restart, in order. */
  before: QueueEntry[];
  keep(entry: QueueEntry): void;
  /** Most of it is about messages that are none any more: it is worth writing anew. */
  isOvergrown(): boolean;
  /** Replaces all that was kept by these. */
  rewrite(entries: QueueEntry[]): void;
}

const shortestBytes = 256 * 1024;

/**
 * Writes down what happens to messages before anybody is told, so that a queue whose process is killed has lost none. It does
 * not wait for the disk: like the run's Postgres it survives the death of a process, not of the machine. It is never much
 * longer than what is still to be delivered: once it has doubled it is written anew beside itself and put in its own place in
 * one step, so that a kill at any moment leaves either the long one or the short one, whole.
 */
export function openJournal(file: string, leastBytes = shortestBytes): Journal {
  const anew = `${file}.new`;
  rmSync(anew, { force: true });
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  let fd = openSync(file, "a", 0o600);
  let bytes = Buffer.byteLength(text);
  let mostBytes = leastBytes;
  // The last line of a process that was killed may be half written; what follows begins a line of its own.
  if (text !== "" && !text.endsWith("\n")) bytes += writeSync(fd, "\n");
  return {
    before: text.split("\n").flatMap(entryIn),
    keep(entry) {
      bytes += writeSync(fd, lineOf(entry));
    },
    isOvergrown: () => bytes > mostBytes,
    rewrite(entries) {
      const whole = entries.map(lineOf).join("");
      writeFileSync(anew, whole, { mode: 0o600 });
      renameSync(anew, file);
      closeSync(fd);
      fd = openSync(file, "a", 0o600);
      bytes = Buffer.byteLength(whole);
      mostBytes = Math.max(leastBytes, 2 * bytes);
    },
  };
}

const lineOf = (entry: QueueEntry): string => `${JSON.stringify(entry)}\n`;

function entryIn(line: string): QueueEntry[] {
  try {
    return [QueueEntry.parse(JSON.parse(line))];
  } catch {
    return [];
  }
}
