import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";

const modules = ["tether.ts", "shutdown.ts"].map((file) => new URL(file, import.meta.url).href);

const tethered = (atExit: string): string => `
  import { tether } from "${modules[0]}";
  import { onShutdown } from "${modules[1]}";
  onShutdown(async () => { console.log("ending in order"); });
  ${atExit}
  tether(500);
  setInterval(() => {}, 1000);
  console.log("up");`;

/** A starter that starts one tethered child, tells its id, and stays. */
const starter = (atExit: string): string => `
  import { spawn } from "node:child_process";
  const child = spawn(process.execPath, ["--input-type=module", "-e", ${JSON.stringify(tethered(atExit))}],
    { stdio: ["ignore", "inherit", "inherit", "pipe"], env: { ...process.env, PROOFROOM_TETHER: "3" } });
  setInterval(() => {}, 1000);`;

/** What the child says until nobody holds its output any more. */
async function saidByOrphan(atExit: string): Promise<string> {
  const parent = spawn(process.execPath, ["--input-type=module", "-e", starter(atExit)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  parent.stdout.on("data", (chunk: Buffer) => {
    said += String(chunk);
    if (said === "up\n") parent.kill("SIGKILL");
  });
  // The child holds this pipe too: it closes when both are gone.
  await once(parent.stdout, "close");
  return said;
}

test("a child ends in order when its starter is killed", async () => {
  expect(await saidByOrphan("")).toBe("up\nending in order\n");
});

test("a child that hangs on its way out is ended all the same", async () => {
  const hangs = `process.on("exit", () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));`;
  expect(await saidByOrphan(hangs)).toBe("up\nending in order\n");
});
