import { expect, test } from "vitest";
import { cachedFor } from "./cached-for.ts";

const hold = ["hold id", "hold token", "token", "jeton", "reserva id", "halte token", "order", "id"];
const user = ["user id", "customer id", "usuario id"];

test.each([
  "SET hold:{seat_id} {hold_id} NX EX 120",
  "SETNX hold:{seatId} {userId}:{token}",
  "await redis.set(`hold:${seatId}`, token, 'NX', 'PX', 120000)",
  "r.set(seat_key(seat_id), token, nx=True, ex=120)",
  'rdb.SetNX(ctx, "seat:"+seatID, token, 2*time.Minute)',
  'redis.set(key, JSON.stringify({ holdId, userId }), "NX")',
  "SETEX hold:{seat_id} 120 {hold_id}",
  '--   key   hold:{event_id}:{seat_id}\n--   value "{hold_id}|{user_id}"',
  "| `seat:{seat_id}` | hold_id | 120 s |",
  "`seat:{seat_id}` -> {hold_id}",
  'Set the seat\'s hold key to "new hold id | user id", only if it is not there yet.',
  "Wir legen den Schlüssel mit einem neuen Halte-Token als Wert an.",
  "con un token aleatorio como valor",
  "avec un jeton neuf comme valeur",
])("a key of the cache holds a hold's own id: %s", (said) => {
  expect(cachedFor(said, hold)).not.toBeNull();
});

test.each([
  "SET hold:{seat_id} {user_id} NX EX 120",
  "SET hold:{seat_id} 1 NX EX 120",
  "INSERT INTO bookings (seat_id, hold_id) VALUES ($1, $2)",
  "The token is sent to the confirmation.",
  "| `seat_id` | token | text |",
  "SET order = 1",
])("nothing is said here of a hold's own id in the cache: %s", (said) => {
  expect(cachedFor(said, hold)).toBeNull();
});

test("who holds a seat may be the value, or a part of it", () => {
  expect(cachedFor("SET seat:{seat_id} {user_id} NX EX 120", user)).not.toBeNull();
  expect(cachedFor('value "{hold_id}|{user_id}"', user)).not.toBeNull();
  expect(cachedFor("SET seat:{seat_id} {hold_id} NX EX 120", user)).toBeNull();
});
