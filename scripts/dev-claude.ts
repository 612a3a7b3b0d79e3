import { spawn } from "node:child_process";
import { join } from "node:path";
import { startFakeMessages } from "../bench/fake-messages/server.ts";
import { root } from "./up-settings.ts";

/**
 * Starts Proofroom with a fake of Anthropic's API behind it, so that Claude's voice can be worked on without a key. The
 * fake lives in this process and ends with it; Proofroom ends on the same Ctrl-C, and by itself when this process is gone.
 */
const fake = await startFakeMessages();
console.log(`A fake of Anthropic's Messages API listens at ${fake.url}; no request leaves this machine.`);

const proofroom = spawn(process.execPath, [join(root, "scripts/up.ts"), ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
  env: {
    ...process.env,
    ANTHROPIC_BASE_URL: fake.url,
    ANTHROPIC_API_KEY: fake.key,
    // The starter watches whoever started it through npm, and that is this process now.
    npm_lifecycle_event: "dev:claude",
  },
});
// A terminal tells Ctrl-C to both; the starter takes two of them within a second for one.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => proofroom.kill(signal));
proofroom.on("error", (error) => console.error(`Proofroom cannot start: ${error.message}`));
proofroom.on("exit", (code) => {
  process.exitCode = code ?? 1;
  void fake.close();
});
