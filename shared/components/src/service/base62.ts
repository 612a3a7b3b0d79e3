import { alphabet } from "@proofroom/domain/design/base62";

const base = 62n;
/** The largest whole number that a `bigint` of Postgres holds. */
const most = 2n ** 63n - 1n;

/** `125` → `21`; undefined of what is no whole number from 0 on. */
export function encode62(number: unknown): string | undefined {
  if (!/^\d{1,19}$/.test(String(number))) return undefined;
  let text = "";
  let rest = BigInt(String(number));
  do {
    text = alphabet.charAt(Number(rest % base)) + text;
    rest /= base;
  } while (rest > 0n);
  return text;
}

/** `21` → `"125"`; undefined of a text that no number is written as, or one too large for a `bigint`. */
export function decode62(text: unknown): string | undefined {
  // Only one spelling of a number is its own: `021` is no other name of `21`.
  if (typeof text !== "string" || !/^(?:0|[1-9A-Za-z][0-9A-Za-z]{0,10})$/.test(text)) return undefined;
  const number = Array.from(text).reduce((sum, digit) => sum * base + BigInt(alphabet.indexOf(digit)), 0n);
  return number > most ? undefined : String(number);
}
