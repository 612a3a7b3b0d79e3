/**
 * Ends this process in order: at the first SIGINT or SIGTERM `close` runs, then it exits with 0; with 1 when `close` fails or
 * takes longer than `millis`. A second signal ends it at once.
 */
export function onShutdown(close: () => Promise<void>, millis = 8_000): void {
  let isEnding = false;
  const end = (): void => {
    if (isEnding) process.exit(1);
    isEnding = true;
    setTimeout(() => process.exit(1), millis).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error("could not end in order:", error);
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
}
