import { expect, test } from "vitest";
import { isEndOfKey } from "./end-of-key.ts";

const of = (text: string): boolean => {
  const found = /20 [mM]in\p{L}*/u.exec(text);
  if (found === null) throw new Error(`no time in ${text}`);
  return isEndOfKey(text, { at: found.index, end: found.index + found[0].length });
};

test.each([
  "Set the key `hold:{seat_id}` to a token, if it is not there, with an expiry of 20 minutes.",
  "Wir legen den Schlüssel `halt:{sitz_id}` nur an, wenn es ihn nicht gibt, und mit 20 Minuten Ablauf.",
  "| `seat:{event_id}:{seat_id}` | token | 20 min |",
  "La clave `asiento:{id}` caduca a los 20 minutos.",
  'The key "seat:" + seatId expires after 20 minutes.',
  "A chave `assento:{id}` expira em 20 minutos.",
])("the time is the end of the key: %s", (text) => {
  expect(of(text)).toBe(true);
});

test.each([
  "The seat map is kept as `map:{event_id}` with an expiry of 20 minutes.",
  "The key `hold:{seat_id}` is looked at by a job each 20 minutes.",
  "A report runs for 20 minutes.",
  "With an expiry of 20 minutes the link is sent.",
  "| `idem:{key}` | answer | 20 min |",
])("the time is another's: %s", (text) => {
  expect(of(text)).toBe(false);
});
