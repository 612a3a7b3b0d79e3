import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundleWorkflowCode, type WorkflowBundle } from "@temporalio/worker";

const here = import.meta.dirname;
const folder = join(here, "../dist");

/**
 * The workflows as one script for Temporal's sandbox. Bundling takes seconds, so the script is kept under the hash of all
 * that it is made of; one made of other sources is simply not found.
 */
export async function bundleWorkflows(): Promise<WorkflowBundle> {
  const path = join(folder, `workflows-${await hashOfSources()}.js`);
  const kept = await readFile(path, "utf8").catch(() => null);
  if (kept !== null) return { code: kept };
  const bundle = await bundleWorkflowCode({ workflowsPath: join(here, "workflows/all.ts"), logger: silent });
  // A checkout that cannot be written to is no reason not to run.
  await keep(path, bundle.code).catch(() => {});
  return { code: bundle.code };
}

async function hashOfSources(): Promise<string> {
  const folders = [join(here, "workflows"), join(here, "../../shared/domain/src")];
  const files = [join(here, "contract.ts"), join(here, "../package.json")];
  for (const root of folders) {
    const entries = await readdir(root, { recursive: true });
    files.push(...entries.filter((entry) => /(?<!\.test)\.ts$/.test(entry)).map((entry) => join(root, entry)));
  }
  const hash = createHash("sha256");
  for (const file of files.toSorted()) hash.update(file.slice(here.length)).update(await readFile(file));
  return hash.digest("hex").slice(0, 16);
}

async function keep(path: string, code: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const partial = `${path}.${process.pid}`;
  await writeFile(partial, code);
  const outdated = (await readdir(folder)).filter((name) => /^workflows-\w+\.js$/.test(name));
  await rename(partial, path);
  await Promise.all(outdated.map((name) => rm(join(folder, name), { force: true })));
}

const nothing = (): void => {};
const silent = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing, log: nothing };
