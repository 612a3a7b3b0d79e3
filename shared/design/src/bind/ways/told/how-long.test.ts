import { expect, test } from "vitest";
import { howLong } from "./how-long.ts";

const of = ["hold", "holds", "held", "reserved", "reservation", "lock", "gehalten", "reservado"];
const said = (design: string) => howLong({ schema: "", api: "", design }, of, "2m")?.duration ?? null;

test.each([
  ["A hold lasts 10 minutes.", "10m"],
  ["Each seat is held for ten minutes while they pay.", "10m"],
  ["a 15-minute hold on the seat", "15m"],
  ["The reservation expires after 5 min.", "5m"],
  ["HOLD_TTL=600", "10m"],
  ["holdTtlMinutes: 5", "5m"],
  ["SET hold:{seat} {user} NX EX 600", "10m"],
  ["SET lock:seat:42 u NX PX 90000", "90s"],
  ["`SET hold:{seatId} {userId}:{token} NX EX 600`", "10m"],
  ["SET seat:{seat_id} {user_id} NX EX 300", "5m"],
  ['await redis.set(`hold:${seatId}`, userId, "NX", "EX", 600)', "10m"],
  ["`SETEX hold:{seat} 600 {user}`", "10m"],
  ['r.set(f"hold:{seat_id}", user_id, nx=True, ex=900)', "15m"],
  ["then `EXPIRE hold:{seat} 300`", "5m"],
  ['setIfAbsent("hold:" + seatId, userId, Duration.ofMinutes(10))', "10m"],
  ["UPDATE seats SET held_until = now() + interval '10 minutes'", "10m"],
  ["held_until = now + 10min", "10m"],
  ["holds live in Redis for 600 seconds", "10m"],
  ["Seats are kept for 15 minutes.", "15m"],
  ["The hold expires after a quarter of an hour.", "15m"],
  ["People have fifteen minutes to pay.", "15m"],
  ["We keep seats for people half an hour, as payment takes time.", "30m"],
  ["Der Platz wird 10 Minuten gehalten.", "10m"],
  ["El asiento queda reservado por 10 minutos.", "10m"],
])("how long a hold lasts is read: %s", (text, duration) => {
  expect(said(text)).toBe(duration);
});

test.each([
  "A hold lasts two minutes.",
  "We thought of a hold of ten minutes, and take 2 minutes.",
  "HOLD_TTL=120, idempotency keys are held for 24 hours",
  "Expired holds are swept by a job every 10 minutes.",
  "Idempotency keys are held for 1 hour.",
  "The hottest seat is locked for 1 ms at a time.",
  "The seat map is cached for 30 s.",
  "`SET idem:{key} {code} NX EX 600`",
  "`SET seatmap:{event} {json} EX 30`",
  "Sessions expire after 30 minutes. A hold is one row.",
  "400 holds a second",
  "The seat map is kept for a quarter of an hour in the cache.",
  "p95 of a hold below 50 ms",
])("nothing that differs from the usual is read: %s", (text) => {
  expect(said(text)).toBeNull();
});

test("where it is written is told", () => {
  expect(howLong({ schema: "", api: "a\nheld for 10 min", design: "" }, of, "2m")).toEqual({
    duration: "10m",
    document: "api",
    line: 2,
  });
});
