import { writeSync } from "node:fs";
import { openJournal } from "./journal.ts";
import { createMessages } from "./messages.ts";

/**
 * For tests: a process that works at a queue without a pause until it is killed, always with some messages left over, and says
 * what became of each: `+3` that 3 was published, `?3` that it is about to be acknowledged, `-3` that it has been.
 */
const [file = "", least = "0", from = "1"] = process.argv.slice(2);
const messages = createMessages({
  visibilityMillis: 3_600_000,
  deliveries: 1_000,
  now: () => Date.now(),
  journal: openJournal(file, Number(least)),
});
// At once, unlike `process.stdout`, which keeps lines back where nobody reads them fast enough.
const say = (text: string): void => void writeSync(1, `${text}\n`);

function work(n: number): void {
  messages.publish(n);
  say(`+${n}`);
  if (n % 4 !== 0) {
    for (const { receipt, message } of messages.take(1)) {
      say(`?${String(message)}`);
      if (messages.acknowledge(receipt)) say(`-${String(message)}`);
    }
  }
  setImmediate(() => work(n + 1));
}
work(Number(from));
