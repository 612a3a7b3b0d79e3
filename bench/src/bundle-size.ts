import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const dist = join(import.meta.dirname, "../../client/dist");

interface Chunk {
  file: string;
  imports?: string[];
}

const budgets = [
  { page: "home", entries: ["index.html"], kilobytes: 52 },
  { page: "room before the editor", entries: ["index.html", "src/pages/room.tsx"], kilobytes: 105 },
];

/** What the built client sends before a page can be used: its entries and whatever they import statically. */
export function bundleSizes(print: (line: string) => void): void {
  const manifest: Record<string, Chunk> = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8"));
  for (const { page, entries, kilobytes } of budgets) {
    const seen = new Set<string>();
    const add = (key: string): void => {
      if (seen.has(key)) return;
      seen.add(key);
      for (const next of manifest[key]?.imports ?? []) add(next);
    };
    entries.forEach(add);
    const files = [...seen].flatMap((key) => manifest[key]?.file ?? []).filter((file) => file.endsWith(".js"));
    const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0);
    print(`  ${page}: ${(bytes / 1024).toFixed(1)} KB in ${files.length} files (budget ${kilobytes})`);
  }
}
