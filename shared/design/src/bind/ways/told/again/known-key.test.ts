import { expect, test } from "vitest";
import { refusedAgainIn } from "./repeated.ts";

test.each([
  'If the Idempotency-Key exists already the unique constraint fails and we answer 409 "duplicate", so nobody pays twice.',
  "The unique index on `idempotency_key` refuses the second insert: 409.",
  "A key that was seen before -> 409.",
  "Idempotency-Key already used -> 409",
  "409 if the idempotency key is already known",
  "unique violation on idempotency_key → 409",
  "Existiert der Schlüssel bereits, antworten wir mit 409.",
  "Si la clave ya existe respondemos 409.",
  "Si la clé existe déjà : 409.",
  "1. `SELECT id FROM bookings WHERE idempotency_key = $key`. If there is one we answer 409 Conflict.",
  "We look up the key first: found -> 409.",
  "if ($order = Order::where('idempotency_key', $key)->first()) abort(409);",
  "if Booking.objects.filter(idempotency_key=key).exists():\n    raise Conflict(409)",
  "if (await bookings.findOneBy({ idempotencyKey })) throw new ConflictException();",
  "Check whether a booking with this idempotency_key exists? If so, it is rejected.",
  "We do not look at the key, the insert fails with a unique violation when it is a repeat and the client gets a 500.",
  "If the key is there already the unique constraint fails and the client gets 500.",
  "A duplicate request under one key ends in a 500.",
])("a key that is there already is refused: %s", (text) => {
  const line = "POST /confirm {user_id: int} Idempotency-Key: uuid -> 201 {id} | 409";
  expect(refusedAgainIn(`${line}\n\nInsert the booking. ${text}`)).not.toBeNull();
});

test.each([
  "Idempotency-Key missing: 400.",
  "Same key with another body: 409.",
  "The idempotency key exists and its hash does not match: 422.",
  "The same idempotency key is still in progress: 409.",
  "If the idempotency key exists return the booking. A seat that is sold already: 409.",
  "`idempotency_key` is unique. A booked seat: 409.",
  "Select the booking by idempotency_key; found: 200. Unique violation on idempotency_key -> 409.",
  "`SELECT id FROM bookings WHERE idempotency_key = $1`. If there is one we return it. A seat that is sold: 409.",
  "We look for the key. If there is one of another body, 409.",
  "Roll back, look the key up again, and replay if it is there.\nSo a 409 is another hold's.",
  "if (!idempotencyKey) return res.status(422);",
  "if (Order::where('idempotency_key', $key)->first()) return $order; abort(409);",
  "Select by idempotency_key; found. The seat is sold: 409.",
  "With an Idempotency-Key, too, a seat that is booked already is a 409.",
])("a key that is there already is answered, or nothing is told of it: %s", (text) => {
  expect(refusedAgainIn(text)).toBeNull();
});
