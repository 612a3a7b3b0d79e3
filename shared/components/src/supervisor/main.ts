import { once } from "node:events";
import { chmodSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { SupervisorOptions } from "@proofroom/domain/infrastructure/control";
import { noLingering } from "@proofroom/process/no-lingering";
import { onShutdown } from "@proofroom/process/shutdown";
import { tether } from "@proofroom/process/tether";
import { createControlServer } from "./control-server.ts";
import { createDeployment } from "./deployment.ts";
import { watchInterest } from "./interest.ts";

/**
 * The process that keeps one deployment. It is the direct parent of all its processes, outlives the worker that started it,
 * and ends itself with everything when nobody has asked for it in a while or the starter is gone.
 */
const options = SupervisorOptions.parse(JSON.parse(process.argv[2] ?? "{}"));
const { folder, socketPath, idleMillis } = options;
noLingering();
const deployment = createDeployment(options);

async function end(reason: string): Promise<void> {
  await deployment.end(reason);
  const place = dirname(socketPath);
  if (place !== folder) rmSync(place, { recursive: true, force: true });
}

const interest = watchInterest(idleMillis, () => {
  void end(`nobody has asked for it in ${idleMillis / 1_000} seconds`).then(() => process.exit(0));
});

const server = createControlServer({
  deployment,
  interest,
  ended: () => void end("it was asked to").then(() => process.exit(0)),
});
server.listen(socketPath);
await once(server, "listening");
chmodSync(socketPath, 0o600);
onShutdown(() => end("its starter is gone"), 20_000);
tether(20_000);
