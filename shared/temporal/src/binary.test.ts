import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporalBinary } from "./binary.ts";
import { fetchBinary } from "./fetch.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "proofroom-binary-"));
});

afterAll(() => rm(folder, { recursive: true }));

test("takes the named program first, then the one on PATH", async () => {
  const program = join(folder, "temporal");
  await writeFile(program, "#!/bin/sh\n", { mode: 0o755 });
  expect(await temporalBinary({ env: { TEMPORAL_CLI_PATH: "/bin/sh", PATH: folder } })).toEqual({ path: "/bin/sh" });
  expect(await temporalBinary({ env: { PATH: `/nowhere:${folder}` } })).toEqual({ path: program });
});

test("says so when the named program cannot be run", async () => {
  const answer = await temporalBinary({ env: { TEMPORAL_CLI_PATH: join(folder, "none"), PATH: "" } });
  expect(answer).toEqual({ missing: `TEMPORAL_CLI_PATH names ${folder}/none, which cannot be run.` });
});

test("refuses a file with the wrong checksum, tries the next source and leaves nothing behind", async () => {
  const cache = join(folder, "cache");
  const told: string[] = [];
  const answer = await fetchBinary(join(cache, "temporal"), (line) => told.push(line), [
    {
      name: "a forger",
      async fetchInto(into) {
        await writeFile(join(into, "temporal"), "something else");
        return { file: join(into, "temporal") };
      },
    },
    { name: "a closed shop", fetchInto: () => Promise.resolve({ failed: "is closed" }) },
  ]);
  expect(answer).toEqual({ failed: ["a forger brought a file with the wrong checksum", "a closed shop is closed"] });
  expect(told.map((line) => line.split(" from ")[1])).toEqual(["a forger", "a closed shop"]);
  expect(await readdir(cache)).toEqual([]);
});
