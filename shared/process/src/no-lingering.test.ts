import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";

const module = new URL("no-lingering.ts", import.meta.url).href;
const hanging = `
  import { noLingering } from "${module}";
  noLingering();
  process.on("exit", () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
  process.exit(0);`;

test("a process that hangs on its way out is gone all the same", async () => {
  const child = spawn(process.execPath, ["--input-type=module", "-e", hanging], { stdio: "inherit" });
  expect(await once(child, "exit")).toEqual([null, "SIGKILL"]);
});
