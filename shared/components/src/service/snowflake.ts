import { randomInt } from "node:crypto";

const epoch = Date.UTC(2025, 0);
const bits = { worker: 15n, sequence: 8n };
/** Each process is a worker of its own, so that no two have to agree. */
const worker = BigInt(randomInt(2 ** Number(bits.worker)));

let last = 0n;
let sequence = 0n;

/**
 * A number of 63 bits that no other is, larger than those before it: milliseconds, the worker and a count within the millisecond.
 * A text, since a number of JavaScript would round it. A count that is full borrows from the next millisecond, and a clock that
 * goes back is not followed.
 */
export function snowflake(): string {
  const now = BigInt(Date.now() - epoch);
  if (now > last) {
    last = now;
    sequence = 0n;
  } else if (++sequence === 1n << bits.sequence) {
    last += 1n;
    sequence = 0n;
  }
  return String((((last << bits.worker) | worker) << bits.sequence) | sequence);
}
