import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { RunId } from "@proofroom/domain/id";
import { removeRunData, startRunPostgres } from "@proofroom/postgres/run-server";
import { deploymentOf } from "../deployment-of.ts";
import { linksBlueprint } from "../test-blueprint.ts";
import { createLocalTarget } from "./local-target.ts";

/**
 * A program for the bench: deploys six processes (a database, four services, a gateway) and ends them, in turn with a bare
 * Postgres server of the same kind, and says the milliseconds of each as JSON, a line a round. The first round warms up.
 */
const home = mkdtempSync("/var/tmp/proofroom-bench-");
chmodSync(home, 0o711);
const target = createLocalTarget({ home, host: "bench" });
const signal = new AbortController().signal;

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const began = performance.now();
  return [await work(), performance.now() - began];
}

async function barePostgres(): Promise<number> {
  const dataDir = join(home, "bare/postgres");
  const [server, millis] = await timed(() =>
    startRunPostgres({ dataDir, cacheDir: join(home, "cache"), connections: 40 }),
  );
  await server.stop();
  removeRunData(dataDir);
  return millis;
}

async function deployment(): Promise<{ deploy: number; teardown: number }> {
  const lease = { runId: RunId.parse(randomUUID()), deploymentId: "dep-bench" };
  const [deployed, deploy] = await timed(() => target.deploy(linksBlueprint(4), lease, () => {}, signal));
  const { endpoint } = deploymentOf(deployed);
  const body = JSON.stringify({ url: "https://a.b/c" });
  const answer = await fetch(`${endpoint}/links`, { method: "POST", body });
  if (answer.status !== 201) throw new Error(`the deployment answered ${answer.status}`);
  const [, teardown] = await timed(() => target.destroy(lease));
  return { deploy, teardown };
}

try {
  for (let round = 0; round <= Number(process.argv[2] ?? 7); round++) {
    const bare = await barePostgres();
    const millis = { bare, ...(await deployment()) };
    if (round > 0) process.stdout.write(`${JSON.stringify(millis)}\n`);
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
