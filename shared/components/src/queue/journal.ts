import { existsSync, openSync, readFileSync, writeSync } from "node:fs";
import { QueueEntry } from "@proofroom/domain/infrastructure/queue-message";

/**
 * Writes down what happens to messages before anybody is told, so that a queue whose process is killed has lost none. It does
 * not wait for the disk: like the run's Postgres it survives the death of a process, not of the machine.
 */
export function openJournal(file: string): { before: QueueEntry[]; keep: (entry: QueueEntry) => void } {
  const before = existsSync(file) ? readFileSync(file, "utf8").split("\n").flatMap(entryIn) : [];
  const fd = openSync(file, "a", 0o600);
  // The last line of a process that was killed may be half written; what follows begins a line of its own.
  if (before.length > 0) writeSync(fd, "\n");
  return { before, keep: (entry) => void writeSync(fd, `${JSON.stringify(entry)}\n`) };
}

function entryIn(line: string): QueueEntry[] {
  try {
    return [QueueEntry.parse(JSON.parse(line))];
  } catch {
    return [];
  }
}
