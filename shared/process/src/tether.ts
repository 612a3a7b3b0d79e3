import { spawn } from "node:child_process";
import { Socket } from "node:net";
import { insist } from "./insist.ts";
import { noLingering } from "./no-lingering.ts";

/** Names the file descriptor of a pipe whose other end only the starter holds. */
export const tetherVariable = "PROOFROOM_TETHER";

/** The descriptor to pass on to a child that is to end with the starter too, even if this process ends first. */
export function tetherDescriptor(): number | undefined {
  const given = process.env[tetherVariable];
  return given === undefined || given === "" ? undefined : Number(given);
}

/** How long somebody who was told to end and did not is left before the kernel ends them, in seconds. */
const graceSeconds = 5;

/**
 * Ends this process when the starter is gone, even by kill -9: as if by SIGTERM, so that `onShutdown` has its say, and by force
 * after `millis`. Without a starter it does nothing. On a busy machine Node has been seen to hang on its way out, waiting for a
 * lock of its threads; so the end is also in the hands of a shell outside of it, and nobody reads the exit code of an orphan.
 */
export function tether(millis = 5_000): void {
  const fd = tetherDescriptor();
  if (fd === undefined) return;
  const pipe = new Socket({ fd, readable: true, writable: false });
  const gone = (): void => {
    endFromOutside(Math.ceil(millis / 1_000) + graceSeconds);
    noLingering();
    setTimeout(() => process.exit(1), millis);
    process.kill(process.pid, "SIGTERM");
  };
  pipe.once("close", gone);
  pipe.on("error", () => {});
  pipe.resume();
  pipe.unref();
}

/** Needs nothing of this process any more; it is gone itself within a second of it. */
function endFromOutside(seconds: number): void {
  const shell = spawn("sh", ["-c", insist(process.pid, seconds)], { cwd: "/", stdio: "ignore", detached: true });
  shell.on("error", () => {});
  shell.unref();
}
