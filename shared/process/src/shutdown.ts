/**
 * Ends this process in order: at the first SIGINT or SIGTERM `close` runs, then it exits with 0; with 1 when `close` fails or
 * takes longer than `millis`. Another signal more than a second later ends it at once: npm doubles what the terminal sends.
 */
export function onShutdown(close: () => Promise<void>, millis = 8_000): void {
  let since: number | null = null;
  const end = (): void => {
    if (since !== null) {
      if (performance.now() - since > 1_000) process.exit(1);
      return;
    }
    since = performance.now();
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
