import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { isAlive, isSame, lookUp } from "./process-table.ts";

test("tells a living process by its start, its parent and its command", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  await once(child, "spawn");
  const pid = child.pid ?? 0;
  const entry = lookUp(pid);
  expect(entry).toMatchObject({ parent: process.pid, command: expect.stringContaining("setInterval") });
  expect(isSame(pid, entry?.started ?? "")).toBe(true);
  expect(isSame(pid, "another start")).toBe(false);
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(isAlive(pid)).toBe(false);
});
