import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { temporalBinary } from "./binary.ts";
import { startTemporal } from "./start.ts";

/** One Temporal server for all test files of a run, or the one that TEMPORAL_ADDRESS names. */
export async function setup(): Promise<() => Promise<void>> {
  if (process.env["TEMPORAL_ADDRESS"] !== undefined) return () => Promise.resolve();
  const found = await temporalBinary({ tell: (line) => console.log(line) });
  if ("missing" in found) throw new Error(found.missing);
  const dataDir = await mkdtemp(join(tmpdir(), "proofroom-temporal-"));
  const temporal = await startTemporal({ dataDir, binary: found.path });
  process.env["TEMPORAL_ADDRESS"] = temporal.address;
  return async () => {
    delete process.env["TEMPORAL_ADDRESS"];
    await temporal.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
