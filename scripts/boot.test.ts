import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { unfit, whyNpmFailed } from "./boot-sentences.mjs";
import { tryLock } from "./lock.mjs";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "proofroom-boot-"));
});

afterAll(() => rm(folder, { recursive: true }));

/** A bare clone of a project that depends on what the lockfile's entries say. */
async function clone(name: string, dependencies: Record<string, string>, entries: Record<string, object>) {
  const root = join(folder, name);
  await mkdir(join(root, "scripts"), { recursive: true });
  for (const file of ["boot.mjs", "boot-sentences.mjs", "lock.mjs"]) {
    await copyFile(new URL(file, import.meta.url), join(root, "scripts", file));
  }
  const manifest = { name: "clone", version: "1.0.0", private: true, dependencies };
  const lockfile = { ...manifest, lockfileVersion: 3, requires: true, packages: { "": manifest, ...entries } };
  await writeFile(join(root, "package.json"), JSON.stringify(manifest));
  await writeFile(join(root, "package-lock.json"), JSON.stringify(lockfile));
  return root;
}

/** A clone whose one package lies inside of it. */
async function installable(name: string) {
  const root = await clone(name, { a: "file:a" }, { "node_modules/a": { resolved: "a", link: true }, a: {} });
  await mkdir(join(root, "a"));
  await writeFile(join(root, "a/package.json"), JSON.stringify({ name: "a" }));
  return root;
}

async function boot(root: string, onSaid: (soFar: string) => void = () => {}) {
  const env = {
    ...process.env,
    npm_execpath: "",
    npm_config_fetch_retries: "0",
    npm_config_cache: join(root, "cache"),
  };
  const child = spawn(process.execPath, [join(root, "scripts/boot.mjs")], { env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      said += String(chunk);
      onSaid(said);
    });
  }
  const [code] = await once(child, "close");
  return { code: Number(code), said };
}

test("two starts at once install once, and a later one does nothing", async () => {
  const root = await installable("twice");
  const both = await Promise.all([boot(root), boot(root)]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(both.filter(({ said }) => said.includes("installing the dependencies"))).toHaveLength(1);
  expect(await readFile(join(root, "node_modules/.boot-stamp"), "utf8")).toMatch(/^[0-9a-f]{64}$/);
  expect(await boot(root)).toEqual({ code: 0, said: "" });
}, 30_000);

test("a start that waits for another one's installation goes on saying so", async () => {
  const root = await installable("waiting");
  const lock = tryLock(join(root, ".boot-lock"));
  if ("holder" in lock) throw new Error("nobody else can hold it");
  const isHeard = (said: string): boolean => said.includes(`(process ${process.pid}) is still installing (5 s)`);
  const outcome = await boot(root, (said) => isHeard(said) && lock.release());
  expect(outcome).toMatchObject({ code: 0, said: expect.stringContaining("is installing; waiting for it") });
}, 30_000);

test("without a network it says what is needed", async () => {
  const entry = { version: "1.0.0", resolved: "http://127.0.0.1:1/a/-/a-1.0.0.tgz" };
  const root = await clone("offline", { a: "1.0.0" }, { "node_modules/a": entry });
  const { code, said } = await boot(root);
  expect(code).toBe(1);
  expect(said).toContain("Proofroom cannot start: the package registry cannot be reached");
}, 30_000);

test("every other way to fail has its sentence", () => {
  expect(whyNpmFailed("npm error code ENOSPC")).toContain("the disk is full");
  expect(whyNpmFailed("npm error code EUSAGE")).toContain("package-lock.json does not fit");
  expect(whyNpmFailed("npm error something else")).toContain("it says above why");
  const linux = { platform: "linux", architecture: "x64", version: "18.20.0", isMusl: false, isBundled: true };
  const mac = { ...linux, platform: "darwin", architecture: "arm64", isBundled: false };
  expect(unfit(linux)).toBeNull();
  expect(unfit({ ...linux, version: "16.1.0" })).toContain("Node 16.1.0 is too old");
  expect(unfit({ ...linux, isMusl: true })).toContain("glibc");
  expect(unfit({ ...linux, architecture: "riscv64" })).toContain("riscv64 is not supported");
  expect(unfit({ ...linux, platform: "win32" })).toContain("WSL");
  expect(unfit({ ...mac, version: "22.17.1" })).toContain("install Node 22.18");
  expect(unfit({ ...mac, version: "22.18.0" })).toBeNull();
});
