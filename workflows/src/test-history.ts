import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { WorkflowHandle } from "@temporalio/client";

const folder = join(import.meta.dirname, "../histories");

/**
 * Keeps what Temporal has recorded of a workflow. Byte strings are the one thing that JSON cannot hold; the records' own
 * `toJSON` is passed over, since nothing reads back what it writes.
 */
async function writeHistory(name: string, history: object): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(plain(history))}\n`);
}

/** With PROOFROOM_RECORD=1 the history joins the corpus that `replay.test.ts` replays. */
export async function keepHistory(name: string, handle: Pick<WorkflowHandle, "fetchHistory">): Promise<void> {
  if (process.env["PROOFROOM_RECORD"] === "1") await writeHistory(name, await handle.fetchHistory());
}

export async function readHistories(): Promise<{ workflowId: string; history: unknown }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json"));
  return Promise.all(
    names.map(async (name) => ({ workflowId: name, history: revive(await readFile(join(folder, name), "utf8")) })),
  );
}

function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return { bytes64: Buffer.from(value).toString("base64") };
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  // Who recorded it, process and machine, is nobody's business.
  const entries = Object.entries(value).map(([name, inner]) => [name, name === "identity" ? "worker" : plain(inner)]);
  return Object.fromEntries(entries);
}

function revive(text: string): unknown {
  const bytes = (_name: string, value: unknown): unknown =>
    typeof value === "object" && value !== null && "bytes64" in value && typeof value.bytes64 === "string"
      ? Buffer.from(value.bytes64, "base64")
      : value;
  return JSON.parse(text, bytes);
}
