import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes the folder and those above it. Others may pass through: started as root, Postgres runs under another account.
 * One at a time, for mkdir's own way never returns where nothing can be made, as under /proc.
 */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o711 });
  } catch (error) {
    if (codeOf(error) === "EEXIST" && statSync(folder).isDirectory()) return;
    const parent = dirname(folder);
    if (codeOf(error) !== "ENOENT" || existsSync(parent)) throw error;
    makeFolder(parent);
    mkdirSync(folder, { mode: 0o711 });
  }
}

/** What is wrong with PROOFROOM_HOME, and what to do, from an error of the file system; null for an error about anything else. */
export function whyNoHome(home: string, error: unknown): string | null {
  const code = codeOf(error);
  if (code === null) return null;
  const path = pathOf(error);
  const isAboutHome = path === null ? whatIsWrong[code] === isFull : path.startsWith(home) || home.startsWith(path);
  if (!isAboutHome) return null;
  const remedy = whatIsWrong[code] ?? `cannot be used (${code}). Set it to a folder on a disk of this machine.`;
  const where = path?.startsWith(`${home}/`) === true ? ` The trouble is at ${path}.` : "";
  return `PROOFROOM_HOME, ${home}, ${remedy}${where}`;
}

const isFile = "is a file, or lies under one. Set it to a folder.";
const isForeign = "cannot be read and written by this account. Check whose it is, or set it to a folder of your own.";
const isFull = "is on a disk that is full. Free some space and start again.";

const whatIsWrong: Record<string, string> = {
  EEXIST: isFile,
  ENOTDIR: isFile,
  EACCES: isForeign,
  EPERM: isForeign,
  ENOENT: "cannot be made: nothing can be stored there. Set it to a folder on a disk of this machine.",
  EROFS: "is on a disk that is read-only. Set it to a folder that can be written to.",
  ENOSPC: isFull,
  EDQUOT: isFull,
};

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error && "code" in error && "syscall" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}

const pathOf = (error: unknown): string | null =>
  error instanceof Error && "path" in error && typeof error.path === "string" ? error.path : null;
