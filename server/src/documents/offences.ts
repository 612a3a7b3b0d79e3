const windowMillis = 60_000;
const patience = 3;

/**
 * Counts sockets closed for malformed or forged frames. The stock client reconnects after such a close and would go on
 * for ever; after the third in a minute the answer is one that it takes as final.
 */
export class Offences {
  readonly #times = new Map<string, number[]>();

  /** Whether `who` has now offended too often. */
  add(who: string, now: number): boolean {
    for (const [key, times] of this.#times) {
      if (now - (times.at(-1) ?? 0) > windowMillis) this.#times.delete(key);
    }
    const recent = (this.#times.get(who) ?? []).filter((at) => now - at < windowMillis);
    recent.push(now);
    this.#times.set(who, recent);
    return recent.length >= patience;
  }
}
