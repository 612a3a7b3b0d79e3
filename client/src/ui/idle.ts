const patienceMillis = 3_000;

/** Resolves when the page has done its first work: what is nice to have must not compete with the editor for the line. */
export const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ("requestIdleCallback" in window) window.requestIdleCallback(() => resolve(), { timeout: patienceMillis });
    else setTimeout(resolve, 500);
  });
