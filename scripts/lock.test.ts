import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tryLock } from "./lock.mjs";

let folder: string;
const module = new URL("lock.mjs", import.meta.url).href;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "proofroom-lock-"));
});

afterAll(() => rm(folder, { recursive: true }));

/** Another process that tries for the lock, says whether it got it, and stays until its input ends. */
async function contender(lock: string) {
  const script = `
    import { tryLock } from "${module}";
    process.stdin.once("data", () => {
      const outcome = tryLock(${JSON.stringify(lock)}, "other");
      console.log("holder" in outcome ? "refused" : "taken");
    });
    console.log("ready");`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: ["pipe", "pipe", "inherit"] });
  await once(child.stdout, "data");
  const attempt = async () => {
    const answer = once(child.stdout, "data");
    child.stdin.write("go\n");
    return String((await answer)[0]).trim();
  };
  const kill = async () => {
    child.kill("SIGKILL");
    await once(child, "exit");
  };
  return { attempt, kill };
}

test("is held by one, says by whom, and is free after a release", () => {
  const lock = join(folder, "released");
  const first = tryLock(lock, "http://127.0.0.1:3000");
  if ("holder" in first) throw new Error("nobody else can hold it");
  expect(tryLock(lock)).toMatchObject({ holder: { pid: process.pid, note: "http://127.0.0.1:3000" } });
  first.release();
  const second = tryLock(lock);
  expect(second).not.toHaveProperty("holder");
});

test("of many who find a dead holder exactly one takes over", async () => {
  const lock = join(folder, "orphaned");
  const dead = await contender(lock);
  expect(await dead.attempt()).toBe("taken");
  await dead.kill();

  const crowd = await Promise.all(Array.from({ length: 6 }, () => contender(lock)));
  const answers = await Promise.all(crowd.map((one) => one.attempt()));
  expect(answers.toSorted()).toEqual(["refused", "refused", "refused", "refused", "refused", "taken"]);
  await Promise.all(crowd.map((one) => one.kill()));
  expect(await readdir(lock)).toEqual(["2"]);
});
