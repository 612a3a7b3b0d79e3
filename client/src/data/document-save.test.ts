import fc from "fast-check";
import { expect, test } from "vitest";
import { isSettled, newSave, nextChange, type SaveFacts, saveState } from "./document-save.ts";
import { advanceSave, type SaveEvent } from "./document-save-event.ts";

const after = (events: SaveEvent[], from: SaveFacts = newSave) => events.reduce(advanceSave, from);

/** A socket that is open, in step, and has confirmed our whole state. */
const meet: SaveEvent[] = [
  { type: "opened" },
  { type: "synced" },
  { type: "sent", at: 0, whole: true },
  { type: "committed", frames: 1 },
];
const typed = (at: number): SaveEvent[] => [
  { type: "edited", at },
  { type: "sent", at, whole: false },
  { type: "stored", edits: 1 },
];
const pill = (events: SaveEvent[], now: number) => saveState(after(events), now).pill;

test("an open, even a synced socket is not yet Saved: the room must confirm what we offered", () => {
  expect(pill([], 0)).toBe("opening");
  expect(pill(meet.slice(0, 2), 0)).toBe("opening");
  expect(pill(meet.slice(0, 3), 0)).toBe("opening");
  expect(pill(meet, 0)).toBe("saved");
});

test("an edit is Saved when its frame is committed and the typing has paused", () => {
  const events = [...meet, ...typed(1_000)];
  expect(pill(events, 1_000)).toBe("pending");
  expect(pill(events, 1_401)).toBe("saving");
  expect(pill([...events, { type: "committed", frames: 2 }], 1_100)).toBe("pending");
  expect(pill([...events, { type: "committed", frames: 2 }], 1_300)).toBe("saved");
});

test("Saving speaks of the oldest edit, so that steady typing with a quick room stays quiet", () => {
  const events = [
    ...meet,
    ...typed(1_000),
    ...typed(1_300),
    { type: "committed", frames: 2 } as const,
    ...typed(1_600),
  ];
  expect(pill(events, 1_650)).toBe("pending");
  expect(pill(events, 1_701)).toBe("saving");
});

test("without a socket an edit is on this device once its transaction is complete, and never Saved", () => {
  const offline: SaveEvent[] = [...meet, { type: "lost", at: 2_000, retryAt: 2_400 }, { type: "edited", at: 2_100 }];
  expect(pill(offline, 2_100)).toBe("pending");
  expect(saveState(after([...offline, { type: "stored", edits: 1 }]), 2_200)).toEqual({
    pill: "local",
    queued: 1,
    onDevice: true,
    retryAt: 2_400,
  });
  expect(pill([...offline, { type: "not-stored", trouble: "full" }], 2_200)).toBe("unsaved");
});

test("a new socket that is synced has not got what was typed offline before our step 2 is committed", () => {
  const back: SaveEvent[] = [
    ...meet,
    { type: "lost", at: 2_000, retryAt: 2_100 },
    { type: "edited", at: 2_050 },
    { type: "stored", edits: 1 },
    { type: "opened" },
    { type: "synced" },
  ];
  expect(isSettled(after(back))).toBe(false);
  expect(isSettled(after([...back, { type: "sent", at: 3_000, whole: true }]))).toBe(false);
  const settled = after([...back, { type: "sent", at: 3_000, whole: true }, { type: "committed", frames: 1 }]);
  expect(isSettled(settled)).toBe(true);
  expect(settled.queued).toBe(0);
});

test("frames that a lost socket never confirmed count as unsent", () => {
  const lost = after([...meet, ...typed(1_000), { type: "lost", at: 1_200, retryAt: null }]);
  expect(saveState(lost, 1_200)).toMatchObject({ pill: "local", queued: 1 });
  expect(lost.unsentSince).toBe(1_000);
});

test("the room's words outrank the socket's: away, viewing, ended, removed", () => {
  const away = after([...meet, ...typed(1_000), { type: "room", access: "edit", databaseAway: true }]);
  expect(saveState(away, 1_000)).toEqual({ pill: "away", queued: 1 });
  expect(saveState(after([{ type: "room", access: "view", databaseAway: false }], away), 0).pill).toBe("viewing");
  expect(saveState(after([{ type: "room", access: "ended", databaseAway: false }], away), 0).pill).toBe("ended");
  expect(saveState(after([{ type: "closed", why: "access" }], away), 0)).toEqual({ pill: "removed", why: "access" });
});

test("what a full document did not take is never called Saving: it stays here until text is removed", () => {
  const full = after([...meet, ...typed(1_000), { type: "room", access: "full", databaseAway: false }]);
  expect(saveState(full, 9_000)).toEqual({ pill: "full", queued: 1 });
  const shorter = after([...typed(9_500), { type: "committed", frames: 3 }], full);
  expect(saveState(shorter, 10_000).pill).toBe("saved");
});

const event: fc.Arbitrary<SaveEvent> = fc.oneof(
  fc.nat(5_000).map((at): SaveEvent => ({ type: "edited", at })),
  fc.record({ type: fc.constant("sent" as const), at: fc.nat(5_000), whole: fc.boolean() }),
  fc.nat(6).map((frames): SaveEvent => ({ type: "committed", frames })),
  fc.constantFrom<SaveEvent>(
    { type: "opened" },
    { type: "synced" },
    { type: "stored", edits: 1 },
    { type: "lost", at: 0, retryAt: null },
  ),
);

test("Saved is never said with an edit, a frame or a sync outstanding, whatever happens in whatever order", () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), fc.nat(10_000), (events, now) => {
      const facts = after(events);
      if (saveState(facts, now).pill !== "saved") return;
      expect(facts).toMatchObject({
        connected: true,
        synced: true,
        answered: true,
        inFlight: [],
        unsentSince: null,
        queued: 0,
      });
      expect(events.findLastIndex(({ type }) => type === "edited")).toBeLessThan(
        events.findLastIndex(({ type }) => type === "sent"),
      );
    }),
    { numRuns: 2_000 },
  );
});

test("the pill never changes by time alone without its change being foretold", () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 20 }), fc.nat(8_000), (events, now) => {
      const facts = after(events);
      const wait = nextChange(facts, now);
      const until = wait === null ? 60_000 : wait - 1;
      expect(saveState(facts, now + until)).toEqual(saveState(facts, now));
    }),
    { numRuns: 2_000 },
  );
});
