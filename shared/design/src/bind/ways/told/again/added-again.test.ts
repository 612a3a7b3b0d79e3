import { expect, test } from "vitest";
import { isAddedAgain } from "./added-again.ts";
import { repeatedIn } from "./repeated.ts";

test.each([
  "The second confirm runs through the same SQL again, a booking is inserted for the retry and the client gets 201.",
  "Sent again it answers 200, the same seat, and inserts another booking.",
  "Kommt sie erneut, wird dieselbe Zeile gesetzt und legt eine neue Buchung an.",
  "Si llega otra vez, se vende la misma butaca y crea otra reserva.",
])("what comes again and adds one more row is not answered with what is there: %s", (told) => {
  expect(isAddedAgain(told)).toBe(true);
  expect(repeatedIn(told)).toBeNull();
});

test.each([
  "Sent again it answers the same booking, and no booking is inserted.",
  "A retry finds the existing booking instead of inserting another booking.",
  "Repetida, devuelve la misma compra sin crear otra compra.",
  "The booking is inserted once; a repeat returns the same booking.",
])("what comes again and adds none is: %s", (told) => {
  expect(isAddedAgain(told)).toBe(false);
  expect(repeatedIn(told)).not.toBeNull();
});

test("`to same` is no Polish", () => {
  expect(repeatedIn("The second confirm goes to same member again.")).toBeNull();
  expect(repeatedIn("Ponowne potwierdzenie zwraca tę samą rezerwację.")).not.toBeNull();
});
