/** A bucket that refills steadily; it may be overdrawn, because what has arrived is never dropped, only read later. */
export class Bucket {
  readonly #perSecond: number;
  readonly #burst: number;
  #left: number;
  #at: number;

  constructor(perSecond: number, burst: number, now: number) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#left = burst;
    this.#at = now;
  }

  /** Takes `cost` and answers for how many milliseconds reading must rest. */
  take(cost: number, now: number): number {
    this.#left = Math.min(this.#burst, this.#left + ((now - this.#at) / 1_000) * this.#perSecond);
    this.#at = now;
    this.#left -= cost;
    return this.#left >= 0 ? 0 : Math.ceil((-this.#left / this.#perSecond) * 1_000);
  }
}

export interface Rates {
  updatesPerSecond: number;
  updatesBurst: number;
  bytesPerSecond: number;
  bytesBurst: number;
}

/** One person's pace, all their tabs and rooms together. */
export const defaultRates: Rates = {
  updatesPerSecond: 60,
  updatesBurst: 300,
  bytesPerSecond: 100_000,
  bytesBurst: 1_000_000,
};
