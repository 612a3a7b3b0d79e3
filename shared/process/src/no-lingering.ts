import { flushCompileCache } from "node:module";

/**
 * Whoever has decided to end does end: on a busy machine Node has been seen to hang on its way out, waiting for a lock of its
 * threads, and a process that nobody watches would then stay for ever. Its exit code is lost.
 */
export function noLingering(): void {
  process.once("exit", () => {
    flushCompileCache();
    process.kill(process.pid, "SIGKILL");
  });
}
