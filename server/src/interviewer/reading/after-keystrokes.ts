import { constants, setPriority } from "node:os";

/**
 * Imported first by a thread that may wait: on Linux process 0 means the calling thread alone, so that whoever waits for a
 * keystroke goes before all that this thread does, loading its modules included. Elsewhere it would slow the whole server.
 */
if (process.platform === "linux") setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);
