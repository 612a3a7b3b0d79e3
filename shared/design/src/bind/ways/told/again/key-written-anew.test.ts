import { expect, test } from "vitest";
import { keyWrittenAnew } from "./key-written-anew.ts";

test.each([
  "- insert into bookings with a new random key",
  "A row is written to bookings under a freshly drawn id and a generated idempotency key.",
  "Schreibt die Buchung mit einem neuen Schlüssel.",
  "Inserta la reserva con una clave nueva.",
  "Insère la réservation avec une clé aléatoire.",
  "Grava a venda com uma chave aleatória.".replace("aleatória", "nova"),
  "Inserisce la prenotazione con una nuova chiave.",
  "Zapisuje rezerwację z nowym kluczem.".replace("nowym kluczem", "losowym kluczem"),
  "Schrijft de boeking met een nieuwe sleutel.",
])("the service writes a key of its own: %s", (told) => {
  expect(keyWrittenAnew(told)).not.toBeNull();
});

test.each([
  "- insert into bookings with the key",
  "- insert into bookings with the new key of the client",
  "If it is a new key, insert the booking.",
  "We never store a random key of our own.",
  "The client sends a new key with each confirmation, and we store that.",
  "- insert into bookings with a new random key\n- a repeated request gets the same booking",
  "Schreibt die Buchung mit dem Schlüssel.",
  "Si la clave es nueva, inserta la reserva.",
])("the key that is written may be the one that is sent: %s", (told) => {
  expect(keyWrittenAnew(told)).toBeNull();
});
