import { expect, test } from "vitest";
import { encodeEntries, readEntries } from "./awareness-entries.ts";
import { Presence, type Shower } from "./awareness.ts";
import { readFrame } from "./protocol.ts";

const ada: Shower = { person: { id: "1", name: "Ada", hue: 3 } };
const bob: Shower = { person: { id: "2", name: "Bob", hue: 4 } };
const at = (clock: number) => ({ type: null, tname: "content", item: { client: 7, clock }, assoc: 0 });

function presence(owners = new Map<number, string>()) {
  const told: { client: number; clock: number; state: unknown }[] = [];
  let now = 1_000;
  const made = new Presence<Shower>({
    claim(client, person) {
      if (!owners.has(client)) owners.set(client, person);
      return owners.get(client) === person;
    },
    tell(bytes) {
      const frame = readFrame(bytes);
      const entries = frame?.type === "awareness" ? (readEntries(frame.entries) ?? []) : [];
      for (const { client, clock, state } of entries) told.push({ client, clock, state: JSON.parse(state) });
    },
    now: () => now,
  });
  const say = (from: Shower, client: number, clock: number, state: unknown): void => {
    now += 1_000;
    made.hear(from, readEntries(encodeEntries([{ client, clock, state: JSON.stringify(state) }])) ?? []);
  };
  return { made, told, say };
}

test("a cursor is shown under the name and colour of the login, with nothing else that the client says", () => {
  const { told, say } = presence();
  const selection = { anchor: at(1), head: at(2) };
  say(ada, 7, 1, { selection, user: { name: "Bob", color: "url(evil)" }, script: "alert" });
  expect(told).toEqual([{ client: 7, clock: 1, state: { selection, user: { name: "Ada", hue: 3, id: "1" } } }]);
});

test("a position that would throw in the peers' editors is no position", () => {
  const { told, say } = presence();
  say(ada, 7, 1, { selection: { anchor: { item: "x" }, head: at(1) } });
  expect(told[0]?.state).toEqual({ selection: null, user: { name: "Ada", hue: 3, id: "1" } });
});

test("a socket speaks for one id, and not for that of somebody else", () => {
  const { told, say } = presence(new Map([[7, "1"]]));
  say(bob, 7, 99, null);
  say(bob, 7, 99, {});
  expect(told).toEqual([]);
  say(bob, 8, 1, {});
  say(bob, 9, 1, {});
  expect(told.map(({ client }) => client)).toEqual([8]);
});

test("whoever leaves and returns with their old clock is seen again", () => {
  const { made, told, say } = presence();
  say(ada, 7, 5, {});
  made.leave(ada);
  say(ada, 7, 5, {});
  const clocks = told.map(({ clock }) => clock);
  expect(told.map(({ state }) => state === null)).toEqual([false, true, false]);
  expect(clocks).toEqual([...clocks].sort((a, b) => a - b));
  expect(new Set(clocks).size).toBe(3);
});

test("a state beyond 2 kB is not shown", () => {
  const { told, say } = presence();
  say(ada, 7, 1, { filler: "x".repeat(3_000) });
  expect(told).toEqual([]);
});

test("entries are read whole or not at all", () => {
  expect(readEntries(new Uint8Array([2, 7, 1]))).toBeNull();
  expect(readEntries(new Uint8Array([0, 0]))).toBeNull();
  expect(readEntries(new Uint8Array([0]))).toEqual([]);
});
