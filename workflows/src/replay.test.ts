import { Worker } from "@temporalio/worker";
import { expect, test } from "vitest";
import { bundleWorkflows } from "./bundle.ts";
import { readHistories } from "./test-history.ts";

test("every recorded history can still be replayed: runs under way survive an upgrade", async () => {
  const histories = await readHistories();
  expect(histories.length).toBeGreaterThan(0);
  const replayed = Worker.runReplayHistories({ workflowBundle: await bundleWorkflows() }, histories);
  const broken: string[] = [];
  for await (const { workflowId, error } of replayed) {
    if (error !== undefined) broken.push(`${workflowId}: ${error.message}`);
  }
  expect(broken).toEqual([]);
});
