import { expect, test } from "vitest";
import { isSameNoun } from "./same-noun.ts";

test.each([
  ["blocco", "blocchi"],
  ["prenotazione", "prenotazioni"],
  ["riserva", "riserve"],
  ["banco", "banchi"],
  ["sperre", "sperren"],
  ["buchung", "buchungen"],
  ["beleg", "belege"],
  ["boeking", "boekingen"],
  ["blokada", "blokady"],
  ["miejsce", "miejsca"],
  ["bilet", "bilety"],
  ["journal", "journaux"],
  ["local", "locais"],
  ["hold", "hold"],
])("one and several are one noun: %s, %s", (one, several) => {
  expect([isSameNoun(one, several), isSameNoun(several, one)]).toEqual([true, true]);
});

test.each([
  ["sala", "sale"],
  ["posto", "poste"],
  ["hold", "holder"],
  ["book", "booking"],
  ["seat", "seating"],
  ["claim", "claimant"],
  ["event", "venue"],
  ["lock", "log"],
  ["place", "plan"],
])("what only begins alike is another noun: %s, %s", (one, other) => {
  expect([isSameNoun(one, other), isSameNoun(other, one)]).toEqual([false, false]);
});
