import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";

const watchdog = new URL("watchdog.ts", import.meta.url).href;

test("a watched process ends when its starter is killed", async () => {
  const starter = `
    import { spawn } from "node:child_process";
    import { watch } from "${watchdog}";
    const child = spawn("sh", ["-c", "exec sleep 30"], { stdio: ["ignore", "inherit", "inherit"], detached: true });
    watch(child.pid, "TERM");
    console.log("watched");
    setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ["--input-type=module", "-e", starter], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(parent.stdout, "data");
  const starterIsGone = once(parent, "exit");
  // The watched process holds this pipe too: it closes when both are gone.
  const bothAreGone = once(parent.stdout.resume(), "close");
  parent.kill("SIGKILL");
  expect(await starterIsGone).toEqual([null, "SIGKILL"]);
  await bothAreGone;
});
