import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, statSync } from "node:fs";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

export interface StoredObject {
  name: string;
  contentType: string;
  bytes: Buffer;
}

export interface ObjectStore {
  /** `full`: the store has no room left for it. */
  put(object: StoredObject): Promise<"made" | "replaced" | "full">;
  get(name: string): Promise<StoredObject | null>;
  /** False when there is none of that name. */
  remove(name: string): Promise<boolean>;
  /** How much it holds, in objects and bytes. */
  holds(): { objects: number; bytes: number };
}

const half = ".half";

/**
 * Objects by name in a folder. A name never becomes a path: the file is named after its hash, and begins with a line that
 * says the name. It is written aside and renamed, so that a kill leaves the old object or the new one, whole.
 */
export function openStore(folder: string, mostBytes: number): ObjectStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const sizes = new Map<string, number>();
  for (const file of readdirSync(folder)) {
    if (!file.endsWith(half)) sizes.set(file, statSync(join(folder, file)).size);
  }
  let writes = 0;
  let reserved = 0;
  let total = [...sizes.values()].reduce((sum, size) => sum + size, 0);

  return {
    async put({ name, contentType, bytes }) {
      const file = fileOf(name);
      const content = Buffer.concat([Buffer.from(`${JSON.stringify({ name, contentType })}\n`), bytes]);
      if (total - (sizes.get(file) ?? 0) + reserved + content.length > mostBytes) return "full";
      reserved += content.length;
      const aside = join(folder, `${file}.${++writes}${half}`);
      try {
        await writeFile(aside, content, { mode: 0o600 });
        await rename(aside, join(folder, file));
      } finally {
        reserved -= content.length;
        await rm(aside, { force: true });
      }
      const before = sizes.get(file);
      sizes.set(file, content.length);
      total += content.length - (before ?? 0);
      return before === undefined ? "made" : "replaced";
    },
    async get(name) {
      const content = await readFile(join(folder, fileOf(name))).catch(absent);
      if (content === null) return null;
      const end = content.indexOf("\n");
      const { contentType } = JSON.parse(content.subarray(0, end).toString("utf8"));
      return { name, contentType: String(contentType), bytes: content.subarray(end + 1) };
    },
    async remove(name) {
      const file = fileOf(name);
      const size = sizes.get(file);
      if (size === undefined) return false;
      sizes.delete(file);
      total -= size;
      await rm(join(folder, file), { force: true });
      return true;
    },
    holds: () => ({ objects: sizes.size, bytes: total }),
  };
}

const fileOf = (name: string): string => createHash("sha256").update(name).digest("hex");

function absent(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
  throw error;
}
