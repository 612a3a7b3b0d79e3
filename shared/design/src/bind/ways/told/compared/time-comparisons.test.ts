import { expect, test } from "vitest";
import { timeComparisons } from "./time-comparisons.ts";

const momentsIn = (code: string) => timeComparisons(code, "held_until").map(({ is }) => is);

test.for([
  ["Kotlin", "seat.heldUntil!! > now", "lasting"],
  ["Python", "seat.held_until <= timezone.now()", "ended"],
  ["the clock first", "Instant.now(clock) > seat.heldUntil", "ended"],
  ["Java", "seat.getHeldUntil().isAfter(Instant.now())", "lasting"],
  ["Java with the clock first", "clock.instant().isAfter(seat.getHeldUntil())", "ended"],
  ["C#", "seat.HeldUntil < DateTime.UtcNow", "ended"],
  ["Go", "h.HeldUntil.Before(time.Now())", "ended"],
  ["Go denied", "!h.HeldUntil.After(time.Now())", "ended"],
  ["Rails", 'Hold.where("held_until > ?", Time.current)', "lasting"],
  ["a range of Rails", "Hold.where(held_until: Time.current..)", "lasting"],
  ["Ruby", "hold.held_until.past?", "ended"],
  ["Eloquent", "$q->where('held_until', '>', now())", "lasting"],
  ["Carbon", "$hold->held_until->isFuture()", "lasting"],
  ["Django", "Hold.objects.filter(held_until__lt=timezone.now())", "ended"],
  ["SQLAlchemy", "select(Hold.id).where(Hold.held_until > func.now())", "lasting"],
  ["Ecto", "c.held_until < ^now", "ended"],
  ["Elixir", "DateTime.compare(seat.held_until, DateTime.utc_now()) == :gt", "lasting"],
  ["Elixir's !=", "DateTime.compare(seat.held_until, DateTime.utc_now()) != :gt", "ended"],
  ["Rust", "hold.held_until > Utc::now()", "lasting"],
  ["Prisma", "{ heldUntil: { gt: new Date() } }", "lasting"],
  ["Drizzle", "and(eq(holds.seatId, id), lt(holds.heldUntil, new Date()))", "ended"],
  ["SQL", "held_until >= now()", "lasting"],
] as const)("a comparison with now is read as %s writes it", ([, code, is]) => {
  expect(momentsIn(code)).toEqual([is]);
});

test.for([
  "seat.heldUntil = now.plus(Duration.ofMinutes(2))",
  "'held_until' => now()->addMinutes(2)",
  "held_until: -> now()",
  "seat.heldUntil > other.heldUntil",
  "held_until_text > now()",
  "seat.held_until == known",
])("what is no comparison with now is none: %s", (code) => {
  expect(momentsIn(code)).toEqual([]);
});
