import { Socket } from "node:net";

/** Names the file descriptor of a pipe whose other end only the starter holds. */
export const tetherVariable = "PROOFROOM_TETHER";

/** The descriptor to pass on to a child that is to end with the starter too, even if this process ends first. */
export function tetherDescriptor(): number | undefined {
  const given = process.env[tetherVariable];
  return given === undefined || given === "" ? undefined : Number(given);
}

/**
 * Ends this process when the starter is gone, even by kill -9: as if by SIGTERM, so that `onShutdown` has its say, and by force
 * after `millis`. Without a starter it does nothing. On a busy machine Node has been seen to hang in its own exit, waiting for a
 * lock of its threads; nobody reads the exit code of an orphan, so the last thing that it does is to kill itself.
 */
export function tether(millis = 5_000): void {
  const fd = tetherDescriptor();
  if (fd === undefined) return;
  const pipe = new Socket({ fd, readable: true, writable: false });
  const gone = (): void => {
    process.once("exit", () => process.kill(process.pid, "SIGKILL"));
    setTimeout(() => process.exit(1), millis);
    process.kill(process.pid, "SIGTERM");
  };
  pipe.once("close", gone);
  pipe.on("error", () => {});
  pipe.resume();
  pipe.unref();
}
