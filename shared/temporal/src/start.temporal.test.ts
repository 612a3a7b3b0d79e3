import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, Connection } from "@temporalio/client";
import { expect, test } from "vitest";
import { temporalBinary } from "./binary.ts";
import { startTemporal } from "./start.ts";

async function withClient<T>(address: string, work: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address });
  try {
    return await work(new Client({ connection }));
  } finally {
    await connection.close();
  }
}

test("a workflow that was started survives the server's kill -9, at the same address, and no two servers share its file", async () => {
  const binary = await temporalBinary();
  if ("missing" in binary) throw new Error(binary.missing);
  const dataDir = await mkdtemp(join(tmpdir(), "proofroom-temporal-"));
  const first = await startTemporal({ dataDir, binary: binary.path });
  await withClient(first.address, ({ workflow }) =>
    workflow.start("waits", { taskQueue: "nobody", workflowId: "run-1", args: [] }),
  );
  process.kill(first.pid, "SIGKILL");
  expect(await first.exited).toBe("ended by SIGKILL");

  const second = await startTemporal({ dataDir, binary: binary.path, port: first.port });
  expect(second.address).toBe(first.address);
  const found = await withClient(second.address, ({ workflow }) => workflow.getHandle("run-1").describe());
  expect(found.status.name).toBe("RUNNING");

  // Whoever starts a third on the same data takes the second for one that was left behind.
  const third = await startTemporal({ dataDir, binary: binary.path });
  expect(await second.exited).toBe("exit code 0");
  await third.stop();
  expect(await third.exited).toBe("exit code 0");
  await rm(dataDir, { recursive: true });
});
