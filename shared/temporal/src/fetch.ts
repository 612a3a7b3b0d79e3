import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { chmod, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { expectedSha256, version } from "./release.ts";
import { type Source, sources } from "./sources.ts";

/** True when the file is the pinned release, byte for byte. */
export async function isPinned(file: string): Promise<boolean> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk);
  } catch {
    return false;
  }
  return hash.digest("hex") === expectedSha256();
}

/** Brings the pinned binary to `file`, from the first source that has it. Two at once do no harm: a rename is atomic. */
export async function fetchBinary(
  file: string,
  tell: (line: string) => void,
  from: Source[] = sources,
): Promise<{ path: string } | { failed: string[] }> {
  const failed: string[] = [];
  for (const source of from) {
    const about = `the Temporal server ${version} from ${source.name}`;
    tell(`fetching ${about}`);
    await mkdir(dirname(file), { recursive: true });
    const folder = await mkdtemp(`${file}.`);
    try {
      const got = await source.fetchInto(folder, (line) => tell(`fetching ${about}: ${line}`));
      if ("failed" in got) failed.push(`${source.name} ${got.failed}`);
      else if (await isPinned(got.file)) {
        await chmod(got.file, 0o755);
        await rename(got.file, file);
        return { path: file };
      } else failed.push(`${source.name} brought a file with the wrong checksum`);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return { failed };
}
