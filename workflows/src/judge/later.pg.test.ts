import { join } from "node:path";
import { loadReader, readDesign } from "@proofroom/design/read";
import { planBlueprint } from "@proofroom/domain/infrastructure/plan";
import { readDocuments } from "@proofroom/problems/documents";
import { problemsDir } from "@proofroom/problems/public";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deploymentOf } from "../targets/deployment-of.ts";
import { controlOf } from "../targets/local/control.ts";
import { createLocalTarget } from "../targets/local/local-target.ts";
import { makeHome } from "../targets/local/test-home.ts";
import { never, newLease, patience } from "../targets/target-contract.ts";

const { home, leftAtAll, remove } = makeHome();
afterAll(remove);
beforeAll(() => loadReader());

test("a click that is drawn through a queue is answered before it is counted, and counted once the workers go on", async () => {
  const texts = readDocuments(join(problemsDir, "url-shortener/corpus/clicks-later"));
  const target = createLocalTarget({ home, host: "test" });
  const lease = newLease();
  const blueprint = planBlueprint(readDesign(texts, {}));
  const { endpoint, socketPath } = deploymentOf(await target.deploy(blueprint, lease, () => {}, never));
  const control = controlOf(socketPath);
  const workers = ((await control.status())?.components ?? []).filter(({ kind }) => kind === "worker");
  const tellAll = (signal: NodeJS.Signals) => workers.map(({ pid }) => pid !== null && process.kill(pid, signal));
  expect(tellAll("SIGSTOP")).toEqual([true, true]);
  expect((await fetch(`${endpoint}/links/abc/clicks`, { method: "POST" })).status).toBe(202);
  expect(await control.rowCount("clicks")).toBe(0);
  tellAll("SIGCONT");
  await expect.poll(() => control.rowCount("clicks"), patience).toBe(1);
  await target.destroy(lease);
  await expect.poll(leftAtAll, patience).toEqual([]);
});
