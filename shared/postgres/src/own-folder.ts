import { lstatSync, mkdirSync } from "node:fs";

/**
 * A folder in a place where everybody may write, made by us or made sure to be ours: whoever else had made it first could
 * swap what we put there. Others may pass through it and see nothing.
 */
export function ownFolder(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const found = lstatSync(folder);
  const isOurs = found.isDirectory() && found.uid === (process.getuid?.() ?? found.uid) && (found.mode & 0o022) === 0;
  if (!isOurs) throw new Error(`${folder} belongs to somebody else; remove it and start again`);
  return folder;
}
