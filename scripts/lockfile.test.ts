import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

interface Entry {
  version?: string;
  optionalDependencies?: Record<string, string>;
}

const lock: { packages: Record<string, Entry> } = JSON.parse(
  readFileSync(join(import.meta.dirname, "../package-lock.json"), "utf8"),
);
const named = Object.entries(lock.packages).map(([path, entry]) => ({
  name: path.split("node_modules/").at(-1),
  ...entry,
}));

/** Below these versions a known attack works; nested copies count. */
const floors: Record<string, string> = {
  ws: "8.21.1",
  "socket.io-parser": "4.2.6",
  hono: "4.12.25",
  "@hono/node-server": "2.1.6",
  "monaco-editor": "0.57.0",
};

const atLeast = (version: string, floor: string): boolean => version.localeCompare(floor, "en", { numeric: true }) >= 0;

test.each(Object.entries(floors))("no copy of %s is older than %s", (name, floor) => {
  const versions = named.filter((entry) => entry.name === name).map(({ version = "0" }) => version);
  expect(versions.length).toBeGreaterThan(0);
  expect(versions.filter((version) => !atLeast(version, floor))).toEqual([]);
});

test("every package that another one wants for some platform is in the lock", () => {
  const known = new Set(named.map(({ name }) => name));
  const wanted = named.flatMap(({ name, optionalDependencies = {} }) =>
    Object.keys(optionalDependencies).map((optional) => ({ name, optional })),
  );
  expect(wanted.filter(({ optional }) => !known.has(optional))).toEqual([]);
});

test("everything of Temporal has one version", () => {
  const versions = named.filter(({ name }) => name?.startsWith("@temporalio/")).map(({ version }) => version);
  expect(new Set(versions).size).toBe(1);
});
