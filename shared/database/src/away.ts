const refusedBySystem = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENOTFOUND"]);
const byDriver =
  /^Connection terminated|^timeout exceeded when trying to connect|^Client has encountered a connection error/;

/** Says by itself what the driver cannot: Postgres is there and does not take what it was given. */
export class DatabaseAway extends Error {
  override readonly name = "DatabaseAway";
}

/** Whether an error says that Postgres could not be reached or was going down: the same call may succeed later. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof DatabaseAway) return true;
  if (error instanceof AggregateError && error.errors.some(isDatabaseAway)) return true;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  // Class 08: connection exceptions; 57P01–57P03: shutting down, crashed, starting up.
  if (code === "ENOENT" && "syscall" in error && error.syscall === "connect") return true;
  if (refusedBySystem.has(code) || code.startsWith("08") || /^57P0[123]$/.test(code)) return true;
  return byDriver.test(error.message) || isDatabaseAway(error.cause);
}
