import { spawnSync } from "node:child_process";
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// Built-ins only, and nothing that Node 18 cannot read: the first start of all imports this.

/** @typedef {{ pid: number, started: string, note: string }} Holder */

/**
 * Takes the lock that is `folder`, or answers who holds it. A holder that died without a word is no holder.
 *
 * The folder holds numbered files; the highest number says who holds the lock, an empty file that nobody does. Taking it means
 * to create the next number, which only one process can, with its content already in it. The highest is never removed, and
 * whoever then sees a higher one than his own was late. So two that find the same dead holder cannot both take over.
 * @param {string} folder
 * @param {string} note
 * @returns {{ release: () => void, tell: (note: string) => void } | { holder: Holder }}
 */
export function tryLock(folder, note = "") {
  makeFolder(folder);
  const draft = join(folder, `draft-${process.pid}`);
  const content = (/** @type {string} */ text) =>
    JSON.stringify({ pid: process.pid, started: startOf(process.pid), note: text });
  for (;;) {
    const top = highest(folder);
    const holder = top === 0 ? null : livingHolder(join(folder, String(top)));
    if (holder) return { holder };
    const mine = join(folder, String(top + 1));
    writeFileSync(draft, content(note), { mode: 0o600 });
    try {
      linkSync(draft, mine);
    } catch (error) {
      if (codeOf(error) === "EEXIST") continue;
      throw error;
    } finally {
      rmSync(draft, { force: true });
    }
    if (highest(folder) !== top + 1) {
      rmSync(mine, { force: true });
      continue;
    }
    for (const number of numbers(folder)) if (number <= top) rmSync(join(folder, String(number)), { force: true });
    return { release: () => leave(mine, ""), tell: (text) => leave(mine, content(text)) };
  }
}

/**
 * Its parent has to be there: asked for the parents too, mkdir never returns where nothing can be made, as under /proc.
 * @param {string} folder
 */
function makeFolder(folder) {
  try {
    mkdirSync(folder, { mode: 0o711 });
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  }
}

/**
 * A holder that cannot say so, on a full disk or in a folder that somebody has removed, is found dead soon enough.
 * @param {string} file
 * @param {string} text
 */
function leave(file, text) {
  try {
    writeFileSync(file, text);
  } catch {}
}

/** @param {string} folder */
const numbers = (folder) => readdirSync(folder).map(Number).filter(Number.isInteger);

/** @param {string} folder */
const highest = (folder) => Math.max(0, ...numbers(folder));

/**
 * @param {string} file
 * @returns {Holder | null}
 */
function livingHolder(file) {
  try {
    const holder = JSON.parse(readFileSync(file, "utf8"));
    return startOf(holder.pid) === holder.started ? holder : null;
  } catch {
    return null; // released, or removed meanwhile by the next holder
  }
}

/**
 * When a process started, which tells it from a later one with the same id; null when it is gone or a zombie.
 * @param {number} pid
 */
function startOf(pid) {
  if (process.platform !== "linux") {
    const ps = spawnSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim();
    return ps === "" || ps.startsWith("Z") ? null : ps.replace(/^\S+\s+/, "");
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? null : fields[19];
  } catch {
    return null;
  }
}

/** @param {unknown} error */
const codeOf = (error) => (error instanceof Error && "code" in error ? error.code : undefined);
