import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { LogLine } from "@proofroom/domain/infrastructure/control";

export interface LogBook {
  write(component: string, stream: LogLine["stream"], line: string): void;
  /** Lines after line `n`, oldest first; of very many the oldest are only in the files. */
  after(n: number, limit: number): LogLine[];
  close(): void;
}

const most = { fileBytes: 5 * 1024 * 1024, lineLength: 4_000, lines: 20_000 };

/** What every component says: a file each, and the latest lines of all in one order. */
export function createLogBook(folder: string, now: () => Date): LogBook {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files = new Map<string, { fd: number; bytes: number }>();
  const lines: LogLine[] = [];
  let n = 0;

  const keep = (component: string, text: string): void => {
    const name = component.replaceAll(/[^\w.-]/g, "_");
    const file = files.get(name) ?? { fd: openSync(join(folder, `${name}.log`), "a", 0o600), bytes: 0 };
    files.set(name, file);
    if (file.bytes > most.fileBytes) return;
    file.bytes += writeSync(file.fd, text);
    if (file.bytes > most.fileBytes) writeSync(file.fd, "This log is full; what is said from here on is not kept.\n");
  };

  return {
    write(component, stream, said) {
      const line = said.slice(0, most.lineLength);
      const at = now().toISOString();
      keep(component, `${at} ${stream === "stderr" ? "! " : ""}${line}\n`);
      lines.push({ n: ++n, at, component, stream, line });
      if (lines.length > most.lines) lines.splice(0, most.lines / 10);
    },
    after(from, limit) {
      const first = lines[0]?.n ?? 1;
      const start = Math.max(0, from + 1 - first);
      return lines.slice(start, start + limit);
    },
    close() {
      for (const { fd } of files.values()) closeSync(fd);
      files.clear();
    },
  };
}
