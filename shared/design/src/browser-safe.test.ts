import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const packages = ["@scalar/openapi-upgrader/2.0-to-3.0", "libpg-query", "yaml", "zod/mini"];

/** Files that importing one takes along, and what they import from elsewhere. */
function reached(
  file: string,
  files = new Set<string>(),
  foreign = new Set<string>(),
): { files: Set<string>; foreign: Set<string> } {
  if (files.has(file)) return { files, foreign };
  files.add(file);
  for (const [, isType, name = ""] of readFileSync(file, "utf8").matchAll(
    /^(?:import|export)\s(type\s)?[^;]*?from "([^"]+)";/gm,
  )) {
    if (isType !== undefined) continue;
    if (name.startsWith(".")) reached(join(dirname(file), name), files, foreign);
    else if (name.startsWith("@proofroom/domain/"))
      reached(
        join(import.meta.dirname, "../../domain/src", `${name.slice("@proofroom/domain/".length)}.ts`),
        files,
        foreign,
      );
    else foreign.add(name);
  }
  return { files, foreign };
}

test("what a browser loads to read a design needs nothing of Node", () => {
  const { files, foreign } = reached(join(import.meta.dirname, "read.ts"));
  expect([...files].every((file) => existsSync(file))).toBe(true);
  expect(files.size).toBeGreaterThan(40);
  expect([...foreign].filter((name) => !packages.includes(name))).toEqual([]);
  const text = [...files].map((file) => readFileSync(file, "utf8")).join("\n");
  expect(text).not.toMatch(/\b(?:process\.(?:env|cwd)|Buffer\.|__dirname|require\()/);
});
