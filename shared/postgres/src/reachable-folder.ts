import { createHash } from "node:crypto";
import { lstatSync, mkdirSync, readlinkSync, symlinkSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { canEnter, postgresAccount } from "./account.ts";
import { ownFolder } from "./own-folder.ts";

/**
 * Where data meant for `folder` really lies. Started as root, Postgres runs under another account, and a private parent
 * folder would lock it out: then the data lies under /var/tmp, named after the folder, and `folder` is a link to it.
 */
export function reachableFolder(folder: string): string {
  const wanted = resolve(folder);
  mkdirSync(dirname(wanted), { recursive: true, mode: 0o711 });
  if (canEnter(postgresAccount(), dirname(wanted))) return wanted;
  const hash = createHash("sha256").update(wanted).digest("hex").slice(0, 16);
  const real = join(ownFolder(`/var/tmp/proofroom-${hash}`), basename(wanted));
  mkdirSync(real, { recursive: true, mode: 0o711 });
  const found = lstatSync(wanted, { throwIfNoEntry: false });
  if (found === undefined) symlinkSync(real, wanted);
  else if (!found.isSymbolicLink() || readlinkSync(wanted) !== real) {
    throw new Error(`${wanted} cannot be reached by Postgres; move it to a folder that others may enter`);
  }
  return real;
}
