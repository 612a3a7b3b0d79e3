import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Worker } from "@temporalio/worker";
import { expect, test } from "vitest";
import { bundleWorkflows } from "./bundle.ts";

const folder = join(import.meta.dirname, "../histories");

test("every recorded history can still be replayed: runs under way survive an upgrade", async () => {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json"));
  expect(names.length).toBeGreaterThan(0);
  const histories = await Promise.all(
    names.map(async (name) => ({ workflowId: name, history: JSON.parse(await readFile(join(folder, name), "utf8")) })),
  );
  const replayed = Worker.runReplayHistories({ workflowBundle: await bundleWorkflows() }, histories);
  const broken: string[] = [];
  for await (const { workflowId, error } of replayed)
    if (error !== undefined) broken.push(`${workflowId}: ${error.message}`);
  expect(broken).toEqual([]);
});
