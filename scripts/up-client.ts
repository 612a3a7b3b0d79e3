import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { tryLock } from "./lock.mjs";
import { root } from "./up-settings.ts";

const client = join(root, "client");
const dist = join(client, "dist");

/** All that the built client is made of. Of the server it holds types alone, which leave nothing behind. */
const inputs = ["client", "shared/domain/src", "shared/design/src", "shared/problems/src", "package-lock.json"];

/** Builds the client unless the one that is there was built of the same sources. Two starts at once build once. */
export async function buildClient(): Promise<void> {
  const wanted = await hashOfInputs();
  const stamp = join(dist, ".built-from");
  const isBuilt = (): boolean => existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
  if (isBuilt()) return;
  const lock = await take(join(root, "node_modules/.client-build-lock"));
  try {
    if (isBuilt()) return;
    const half = `${dist}-half`;
    await vite("build", "--outDir", half, "--emptyOutDir", "--logLevel", "error");
    await writeFile(join(half, ".built-from"), wanted);
    await rm(dist, { recursive: true, force: true });
    await rename(half, dist);
  } finally {
    lock.release();
  }
}

async function hashOfInputs(): Promise<string> {
  const files: string[] = [];
  for (const input of inputs) files.push(...(await filesIn(join(root, input))));
  const hash = createHash("sha256");
  for (const file of files.toSorted()) hash.update(`${relative(root, file)}\0`).update(await readFile(file));
  return hash.digest("hex");
}

async function filesIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => null);
  if (entries === null) return [path];
  const kept = entries.filter(({ name }) => !/^(node_modules|dist|dist-half|\..*)$|\.test\.tsx?$/.test(name));
  return (await Promise.all(kept.map(({ name }) => filesIn(join(path, name))))).flat();
}

async function take(folder: string): Promise<{ release: () => void }> {
  for (;;) {
    const outcome = tryLock(folder);
    if (!("holder" in outcome)) return outcome;
    await pause(200);
  }
}

export const viteProgram = (): string => realpathSync(join(root, "node_modules/.bin/vite"));

async function vite(...args: string[]): Promise<void> {
  const child = spawn(process.execPath, [viteProgram(), ...args], { cwd: client, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => (said = (said + String(chunk)).slice(-4_000)));
  }
  const [code] = await once(child, "close");
  if (code === 0) return;
  if (/ENOSPC|no space left/i.test(said)) throw new Error("the disk is full; free some space and start again");
  throw new Error(`the client could not be built:\n${said.trim()}`);
}
