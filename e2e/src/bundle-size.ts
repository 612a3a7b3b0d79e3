import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const dist = join(import.meta.dirname, "../../client/dist");

interface Chunk {
  file: string;
  imports?: string[];
}

export interface PageSize {
  page: string;
  files: number;
  /** Compressed as the server sends it, in KiB. */
  kilobytes: number;
  /** So much it may be, in KiB. */
  budget: number;
}

const pages = [
  { page: "home", entries: ["index.html"], budget: 52 },
  { page: "room before the editor", entries: ["index.html", "src/pages/room.tsx"], budget: 105 },
];

/** The JavaScript that the built client sends before a page can be used: its entries and whatever they import statically. */
export function bundleSizes(): PageSize[] {
  const manifest: Record<string, Chunk> = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8"));
  return pages.map(({ page, entries, budget }) => {
    const seen = new Set<string>();
    const add = (key: string): void => {
      if (seen.has(key)) return;
      seen.add(key);
      for (const next of manifest[key]?.imports ?? []) add(next);
    };
    entries.forEach(add);
    const files = [...seen].flatMap((key) => manifest[key]?.file ?? []).filter((file) => file.endsWith(".js"));
    const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0);
    return { page, files: files.length, kilobytes: bytes / 1024, budget };
  });
}
