import { createHash, randomInt } from "node:crypto";
import { alphabet } from "@proofroom/domain/design/base62";

/** The texts that steps make up, and that meet by chance: at random, or as the beginning of a hash. */
export interface Draws {
  /** So many characters out of 62, or of those that are given. */
  base62(length: number, of?: string): string;
  /** So many hex digits of the SHA-256 of a text, all 64 unless told. */
  hash(of: string | Uint8Array, first?: number): string;
  /** The text that a counter comes to some day; null where none is told, or it was given out before: no counter gives that again. */
  counted(): string | null;
  /**
   * Has the next text of this one's length be this one, as chance would have it some day; null takes that back. Answers how
   * often that has happened since the start. What is too long to meet by chance is never drawn twice, and so not here.
   * `isNew` of a text that was not given out before.
   */
  repeat(text: string | null, isNew?: boolean): number;
}

interface Told {
  text: string;
  isNew: boolean;
}

/** Of a hundred million texts this long it is unlikely that any two are alike, 60 bits: eleven of 62 characters, fifteen hex digits. */
const neverTwice = (characters: number): number => Math.ceil(60 / Math.log2(characters));

export function createDraws(): Draws {
  let next: Told | null = null;
  let times = 0;
  const taken = (isMeant: (told: Told) => boolean): string | null => {
    if (next === null || !isMeant(next)) return null;
    const { text } = next;
    next = null;
    times++;
    return text;
  };
  const again = (length: number, tooLong: number): string | null =>
    taken(({ text }) => text.length === length && length < tooLong);
  return {
    base62: (length, of = alphabet) => again(length, neverTwice(of.length)) ?? randomBase62(length, of),
    hash: (of, first = 64) => again(first, neverTwice(16)) ?? hashed(of, first),
    counted: () => taken(({ isNew }) => isNew),
    repeat(text, isNew = false) {
      next = text === null ? null : { text, isNew };
      return times;
    },
  };
}

export const randomBase62 = (length: number, of = alphabet): string =>
  Array.from({ length }, () => of.charAt(randomInt(of.length))).join("");

const hashed = (of: string | Uint8Array, first: number): string =>
  createHash("sha256").update(of).digest("hex").slice(0, first);
