import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { importCycles } from "./import-cycles.ts";

const code = /\.(ts|tsx|mjs)$/;
const test = /\.test\.tsx?$|^e2e\//;
const longest = 300;
const comments = /\/\*[^]*?\*\/|\/\/.*$/gm;
// `[a]` keeps this line from finding itself.
const any = /:\s*[a]ny\s*[;,)=\]|]|<[a]ny>|\bas [a]ny\b/;

/** Prints the figures of size; fails on a file over 300 lines, an import cycle or an `any`. */
export function printFigures(): boolean {
  const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" });
  const files = tracked.split("\n").filter((file) => code.test(file) && !test.test(file) && existsSync(file));
  const texts = new Map(files.map((file) => [file, readFileSync(file, "utf8")]));
  const sizes = [...texts].map(([file, text]) => ({ file, lines: text.split("\n").length - 1 }));
  sizes.sort((a, b) => a.lines - b.lines);
  const at = (share: number): number => sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * share))]?.lines ?? 0;
  const last = sizes.at(-1);
  const tooLong = sizes.filter(({ lines }) => lines > longest);
  const cycles = importCycles(texts);
  const anys = [...texts].filter(([, text]) => any.test(text.replace(comments, ""))).map(([file]) => file);

  console.log(
    `\nfiles ${sizes.length} · median ${at(0.5)} lines · p95 ${at(0.95)} · longest ${last?.lines} (${last?.file})`,
  );
  console.log(`import cycles ${cycles.length}${cycles.map((cycle) => `\n  ${cycle.join(" → ")}`).join("")}`);
  console.log(`any ${anys.length}${anys.map((file) => `\n  ${file}`).join("")}`);
  for (const { file, lines } of tooLong) console.log(`over ${longest} lines: ${file} (${lines})`);
  return tooLong.length === 0 && cycles.length === 0 && anys.length === 0;
}
