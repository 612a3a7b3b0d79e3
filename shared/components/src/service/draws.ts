import { randomInt } from "node:crypto";
import { alphabet } from "@proofroom/domain/design/base62";

/** The random texts that steps make up. */
export interface Draws {
  /** So many characters out of 62. */
  base62(length: number): string;
  /**
   * Has the next text of this one's length be this one, as chance would have it some day; null takes that back. Answers how
   * often that has happened since the start. What is longer than ten characters is never drawn twice, and so not here.
   */
  repeat(text: string | null): number;
}

/** Of a hundred million texts this long it is unlikely that any two are alike. */
const neverTwice = 11;

export function createDraws(): Draws {
  let next: string | null = null;
  let times = 0;
  return {
    base62(length) {
      if (next === null || next.length !== length || length >= neverTwice) return randomBase62(length);
      const again = next;
      next = null;
      times++;
      return again;
    },
    repeat(text) {
      next = text;
      return times;
    },
  };
}

export const randomBase62 = (length: number): string =>
  Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join("");
