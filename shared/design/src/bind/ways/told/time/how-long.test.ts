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
  ["UPDATE seats SET status='held', held_until=now()+make_interval(hours => 2) WHERE id=$1", "120m"],
  ["UPDATE seats SET held_until = DATE_ADD(NOW(), INTERVAL 2 HOUR) WHERE id = ?", "120m"],
  ["SET held_until = DATEADD(hour, 2, GETDATE())", "120m"],
  ["held_until=now()+interval '1 second' * 7200", "120m"],
  ["held_until = now() + 20 * interval '1 minute'", "20m"],
  ["held_until = now() + interval '02:00:00'", "120m"],
  ["held_until = now() + '00:20:00'::interval", "20m"],
  ["held_until = now() + 'PT2H'::interval", "120m"],
  ["held_until = now() + interval '1 hour 30 minutes'", "90m"],
  ["held_until = now() + interval '3 days'", "4320m"],
  ["held_until=now()+$ttl, HOLD_TTL_SECONDS=3600 in the environment", "60m"],
  ["HOLD_TTL=600 by default", "10m"],
  ["INSERT INTO holds (seat_id, expires_at) VALUES ($1, now() + make_interval(hours => 2))", "120m"],
  ["$seat->update(['status' => 'held', 'hold_expires_at' => now()->addHours(2)]);", "120m"],
  ["seat.setHeldUntil(now); seat.heldUntil = Instant.now().plus(Duration.ofHours(2));", "120m"],
  ["seat.held_until = timezone.now() + timedelta(hours=2)", "120m"],
  ["seat.update!(held_until: 2.hours.from_now)", "120m"],
  ["HeldUntil: time.Now().Add(2 * time.Hour),", "120m"],
  ["heldUntil: new Date(Date.now() + 2 * 60 * 60 * 1000)", "120m"],
  ["held_until = dayjs().add(2, 'hours')", "120m"],
  ["seat.HeldUntil = DateTime.UtcNow.AddHours(2);", "120m"],
  ["Hold.objects.create(seat=seat, expires_at=timezone.now() + timedelta(hours=2))", "120m"],
  ["held_until = now() + interval '1 hour'. A job sweeps every 2 minutes.", "60m"],
  ["held_until = now() + interval '5 seconds'", "5s"],
  ["INSERT INTO holds (seat_id, expires_at)\nVALUES ($1, now() + interval '2 hours')", "120m"],
  ["create table holds (\n  id uuid,\n  expires_at timestamptz not null default now() + interval '2 hours'", "120m"],
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
  "held_until = now() + interval '1 second' * 120",
  "held_until = now() + make_interval(mins => 2)",
  "INSERT INTO sessions (user_id, expires_at) VALUES ($1, now() + make_interval(hours => 2))",
  "INSERT INTO holds (seat_id) VALUES ($1);\nINSERT INTO sessions (expires_at)\nVALUES (now() + interval '2 hours')",
  "cache.put(map, Duration.ofHours(2))",
  "delete from bookings where created_at < now() - interval '2 hours'",
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
