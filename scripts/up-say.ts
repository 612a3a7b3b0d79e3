/** What the starter says to a person, one line each. */
export const say = (line: string): void => console.log(`[up] ${line}`);

export const warn = (line: string): void => console.error(`[up] ${line}`);

/** Waits for `work` and says what is going on when it takes longer than two seconds, and again every five. */
export async function patiently<T>(what: string, work: Promise<T>): Promise<T> {
  const began = performance.now();
  const tell = (): void => say(`${what} (${Math.round((performance.now() - began) / 1000)} s)`);
  const first = setTimeout(tell, 2_000);
  const later = setInterval(tell, 5_000);
  try {
    return await work;
  } finally {
    clearTimeout(first);
    clearInterval(later);
  }
}
