// Makes a bare clone ready to run: installs what the lockfile says, once, and sees to it that what follows runs on the Node
// of the lockfile. Built-ins only, and nothing that Node 18 cannot read.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { unfit, whyNpmFailed } from "./boot-sentences.mjs";
import { tryLock } from "./lock.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const stamp = join(root, "node_modules/.boot-stamp"); // inside node_modules: npm ci wipes it together with the tree
const lock = join(root, ".boot-lock"); // outside of node_modules, for the same reason
const nodeFolder = join(root, ".boot-node"); // holds the bundled Node while npm ci wipes node_modules
const runtime = `node-${process.platform}-${process.arch}`;

try {
  await boot();
} catch (error) {
  const said = error instanceof Error ? error.message : String(error);
  fail(whyNpmFailed(said).replace(/^npm .*/, said));
}

async function boot() {
  const lockfile = readFileSync(join(root, "package-lock.json"), "utf8");
  const bundled = JSON.parse(lockfile).packages[`node_modules/${runtime}`]; // none on macOS: the user's own Node runs it
  const wanted = createHash("sha256")
    .update(lockfile)
    .update(process.platform + process.arch)
    .digest("hex");
  const isInstalled = () => existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
  const { platform, arch: architecture } = process;
  const machine = { platform, architecture, version: process.versions.node, isBundled: !!bundled };
  const reason = unfit({ ...machine, isMusl: !isInstalled() && isMusl() });
  if (reason) fail(reason);
  if (isInstalled()) return;

  const held = await waitForLock();
  try {
    if (isInstalled()) return;
    say("installing the dependencies; the first time this takes about a minute");
    await install(bundled);
    writeFileSync(stamp, wanted);
  } finally {
    held.release();
  }
}

async function waitForLock() {
  for (let waited = 0; ; waited += 200) {
    const outcome = tryLock(lock);
    if (!("holder" in outcome)) return outcome;
    const other = `another start (process ${outcome.holder.pid})`;
    if (waited === 0) say(`${other} is installing; waiting for it`);
    else if (waited % 5_000 === 0) say(`${other} is still installing (${waited / 1_000} s)`);
    await pause(200);
  }
}

/**
 * Two steps, because npm silently leaves out optional packages that the Node it runs on is too old for: first the bundled
 * Node alone, then everything under that Node.
 */
async function install(bundled) {
  const node = bundled && process.versions.node !== bundled.version ? await bundledNode(bundled) : process.execPath;
  await npm(node, ["ci"], root);
  const link = join(root, "node_modules/.bin/node");
  // npm up to 11.0 removes it together with the other architecture's package, whose program has the same name.
  if (bundled && !existsSync(link)) symlinkSync(`../${runtime}/bin/node`, link);
  rmSync(nodeFolder, { recursive: true, force: true });
  const hooks = join(root, "node_modules/.bin/lefthook");
  if (existsSync(join(root, ".git")) && existsSync(hooks))
    spawnSync(hooks, ["install"], { cwd: root, stdio: "ignore" });
}

/** The entry is cut out of the real lockfile, so that its integrity is checked. */
async function bundledNode(bundled) {
  const node = join(nodeFolder, "node_modules", runtime, "bin/node");
  if (existsSync(node)) return node;
  const manifest = { private: true, dependencies: { [runtime]: bundled.version } };
  const { optional: _, ...required } = bundled;
  const packages = { "": manifest, [`node_modules/${runtime}`]: required };
  mkdirSync(nodeFolder, { recursive: true });
  writeFileSync(join(nodeFolder, "package.json"), JSON.stringify(manifest));
  writeFileSync(
    join(nodeFolder, "package-lock.json"),
    JSON.stringify({ lockfileVersion: 3, requires: true, packages }),
  );
  await npm(process.execPath, ["ci", "--ignore-scripts"], nodeFolder);
  return node;
}

/** npm under a given Node. A boot that was run by hand knows no npm but the one on PATH. */
function npm(node, args, cwd) {
  const script = process.env.npm_execpath;
  const env = { ...process.env, PATH: dirname(node) + delimiter + process.env.PATH };
  const all = [...args, "--no-audit", "--no-fund", "--no-progress", "--loglevel=error"];
  const stdio = ["ignore", "inherit", "pipe"];
  const child = script ? spawn(node, [script, ...all], { cwd, env, stdio }) : spawn("npm", all, { cwd, env, stdio });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said = (said + chunk).slice(-20_000);
    process.stderr.write(chunk);
  });
  const began = Date.now();
  const ticking = setInterval(() => say(`still installing (${Math.round((Date.now() - began) / 1000)} s)`), 5_000);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(ticking);
      if (code === 0) resolve(undefined);
      else fail(whyNpmFailed(said));
    });
  });
}

function isMusl() {
  if (process.platform !== "linux") return false;
  const report = process.report.getReport();
  const { header } = typeof report === "string" ? JSON.parse(report) : report;
  return header.glibcVersionRuntime === undefined;
}

function say(line) {
  console.log(`[boot] ${line}`);
}

function fail(sentence) {
  console.error(`Proofroom cannot start: ${sentence}`);
  process.exit(1);
}
