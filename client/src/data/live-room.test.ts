import { PersonId } from "@proofroom/domain/id";
import type { RoomEvent, RoomFact } from "@proofroom/domain/room/channel";
import { expect, test } from "vitest";
import { advanceRoom, type LiveRoom } from "./live-room.ts";

const id = (n: number) => PersonId.parse(`00000000-0000-4000-8000-00000000000${n}`);
const owner = { id: id(1), name: "Ines", role: "owner", hue: 1 } as const;
const candidate = { id: id(2), name: "Chen", role: "candidate", hue: 2 } as const;
const room: LiveRoom = { state: "live", endedAt: null, people: [owner], events: [] };
const told = (...facts: RoomFact[]): RoomEvent[] =>
  facts.map((fact, n) => ({ ...fact, seq: n + 1, at: `2026-01-01T00:00:0${n}.000Z` }));

test("who joins is in the room once, however often it is told", () => {
  const view = advanceRoom(room, told({ type: "joined", member: candidate }, { type: "joined", member: candidate }));
  expect(view.people).toEqual([owner, candidate]);
});

test("who was removed keeps name and hue, and is back by joining again", () => {
  const removed = advanceRoom(
    room,
    told({ type: "joined", member: candidate }, { type: "removed", person: candidate.id, role: "candidate" }),
  );
  expect(removed.people[1]).toEqual({ ...candidate, isRemoved: true });
  expect(advanceRoom(removed, told({ type: "joined", member: candidate })).people[1]).toEqual(candidate);
});

test("the end of a room carries its time", () => {
  const view = advanceRoom(room, told({ type: "state", state: "ended", by: owner }));
  expect(view).toMatchObject({ state: "ended", endedAt: "2026-01-01T00:00:00.000Z" });
});
