import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";

const modules = ["tether.ts", "shutdown.ts"].map((file) => new URL(file, import.meta.url).href);

const tethered = `
  import { tether } from "${modules[0]}";
  import { onShutdown } from "${modules[1]}";
  onShutdown(async () => { console.log("ending in order"); });
  tether();
  setInterval(() => {}, 1000);
  console.log("up");`;

/** A starter that starts one tethered child, tells its id, and stays. */
const starter = `
  import { spawn } from "node:child_process";
  const child = spawn(process.execPath, ["--input-type=module", "-e", ${JSON.stringify(tethered)}],
    { stdio: ["ignore", "inherit", "inherit", "pipe"], env: { ...process.env, PROOFROOM_TETHER: "3" } });
  setInterval(() => {}, 1000);`;

test("a child ends in order when its starter is killed", async () => {
  const parent = spawn(process.execPath, ["--input-type=module", "-e", starter], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  parent.stdout.on("data", (chunk: Buffer) => {
    said += String(chunk);
    if (said === "up\n") parent.kill("SIGKILL");
  });
  // The child holds this pipe too: it closes when both are gone.
  await once(parent.stdout, "close");
  expect(said).toBe("up\nending in order\n");
});
