import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

const imports = /^\s*(?:import|export)\s(?!type\s)[^"';]*?from\s+"([^"]+)"|^\s*import\s+"([^"]+)"/gm;

/** The file behind a relative or workspace import; null for packages from outside. */
function target(file: string, specifier: string): string | null {
  if (specifier.startsWith(".")) return normalize(join(dirname(file), specifier));
  const own = /^@proofroom\/(\w+)\/(.+)$/.exec(specifier);
  if (own === null) return null;
  const [, name = "", path = ""] = own;
  const candidates = [`shared/${name}/src/${path}.ts`, `${name}/src/${path}.ts`, `${name}/${path}.ts`];
  return candidates.find((candidate) => existsSync(candidate)) ?? null;
}

/** Groups of files that import each other at run time (type-only imports do not count), by Tarjan's algorithm. */
export function importCycles(texts: ReadonlyMap<string, string>): string[][] {
  const edges = new Map(
    [...texts].map(([file, text]) => [
      file,
      [...text.matchAll(imports)].flatMap(([, from, bare]) => target(file, from ?? bare ?? "") ?? []),
    ]),
  );
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const cycles: string[][] = [];

  const visit = (file: string): number => {
    const own = index.size;
    index.set(file, own);
    stack.push(file);
    let lowest = own;
    for (const next of edges.get(file) ?? []) {
      if (!index.has(next)) lowest = Math.min(lowest, visit(next));
      else if (stack.includes(next)) lowest = Math.min(lowest, index.get(next) ?? lowest);
      if (next === file) cycles.push([file]);
    }
    low.set(file, lowest);
    if (lowest === own) {
      const group = stack.splice(stack.indexOf(file));
      if (group.length > 1) cycles.push(group);
    }
    return low.get(file) ?? own;
  };
  for (const file of edges.keys()) if (!index.has(file)) visit(file);
  return cycles;
}
