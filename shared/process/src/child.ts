import type { ChildProcess } from "node:child_process";

/** How a child ended, in words. It resolves when its last words have been read as well. */
export function exitOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) => resolve(signal === null ? `exit code ${code}` : `ended by ${signal}`));
  });
}

/** Asks a child to end, and insists after `millis`. */
export async function endChild(
  child: ChildProcess,
  exited: Promise<string>,
  how: { ask: NodeJS.Signals; insist: NodeJS.Signals; millis: number },
): Promise<void> {
  child.kill(how.ask);
  const insist = setTimeout(() => child.kill(how.insist), how.millis);
  await exited;
  clearTimeout(insist);
}
