import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeFolder, whyNoHome } from "./up-folder.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "proofroom-folder-"));
});

afterAll(() => rm(folder, { recursive: true }));

/** Of a home that cannot be had, the sentence without its name. */
function whyNot(home: string): string | null {
  try {
    makeFolder(home);
    return null;
  } catch (error) {
    return whyNoHome(home, error)?.replace(`PROOFROOM_HOME, ${home}, `, "") ?? String(error);
  }
}

test("a folder is made with those above it, and one that is there is taken as it is", () => {
  const home = join(folder, "a/b/c");
  expect(whyNot(home)).toBe(null);
  expect(statSync(home).mode & 0o777).toBe(0o711);
  expect(whyNot(home)).toBe(null);
});

test("a home that is a file, lies under one, or hangs on a link to nowhere says what to set", async () => {
  await writeFile(join(folder, "file"), "");
  await symlink("/nowhere/at/all", join(folder, "link"));
  expect(whyNot(join(folder, "file"))).toMatch(/^is a file, or lies under one\. Set it/);
  expect(whyNot(join(folder, "file/x/y"))).toMatch(/^is a file, or lies under one\. Set it/);
  expect(whyNot(join(folder, "link"))).toMatch(/^cannot be made: .* Set it/);
  expect(whyNot(join(folder, "link/x"))).toMatch(/^cannot be made: .* Set it/);
});

test.runIf(existsSync("/proc/self"))("where nothing can be made it says so, and does not try for ever", () => {
  expect(whyNot("/proc/proofroom/a/b")).toMatch(/^cannot be made: .* Set it/);
  const script = `import { tryLock } from ${JSON.stringify(new URL("lock.mjs", import.meta.url).href)}; tryLock("/proc/lock")`;
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
    timeout: 20_000,
  });
  expect([status, stderr]).toEqual([1, expect.stringContaining("ENOENT")]);
});

const failed = (code: string, more: object = {}): Error =>
  Object.assign(new Error(code), { code, syscall: "open", ...more });

test("disks that are full or read-only, and folders of others, are named", () => {
  expect(whyNoHome("/h", failed("ENOSPC"))).toMatch(/^PROOFROOM_HOME, \/h, is on a disk that is full\. Free some/);
  expect(whyNoHome("/h", failed("EROFS", { path: "/h" }))).toMatch(/read-only\. Set it/);
  expect(whyNoHome("/h", failed("EACCES", { path: "/h/lock" }))).toMatch(/Check whose it is.* at \/h\/lock\.$/);
  expect(whyNoHome("/h", failed("EMFILE", { path: "/h" }))).toContain("cannot be used (EMFILE)");
});

test("errors about something else are not blamed on the home", () => {
  expect(whyNoHome("/h", failed("ECONNREFUSED"))).toBe(null);
  expect(whyNoHome("/h", failed("ENOENT", { path: "/usr/bin/temporal" }))).toBe(null);
  expect(whyNoHome("/h", new Error("of no system"))).toBe(null);
});
