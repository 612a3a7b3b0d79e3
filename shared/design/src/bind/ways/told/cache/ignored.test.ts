import { expect, test } from "vitest";
import { ignoredIn } from "./ignored.ts";

const names = ["redis", "valkey"];

test.each([
  "The booking is inserted without asking Redis.",
  "It never looks at Redis again.",
  "Redis is not consulted here.",
  "Redis wird dabei nicht gefragt.",
  "Se inserta la compra sin mirar Redis.",
  "Insere a compra sem olhar o Redis.",
  "On insère l'achat sans regarder Redis.",
  "Senza guardare Redis.",
  "Gebucht wird, ohne in Redis nachzuschauen.",
  "Zonder in Redis te kijken.",
])("it is told that Redis is not looked at: %s", (told) => {
  expect(ignoredIn(told, names)).not.toBeNull();
});

test.each([
  "Look at the key in Redis; not there: 410.",
  "Redis says no: 410.",
  "Not in Redis any more: 410. Then the seat is read.",
  "Ist der Schlüssel nicht in Redis: 410.",
  "Postgres is not asked here.",
])("nothing denies the look: %s", (told) => {
  expect(ignoredIn(told, names)).toBeNull();
});
