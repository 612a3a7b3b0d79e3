import { expect, test } from "vitest";
import { remembered, rememberedOfBoth, unchanged } from "./remembered.ts";

function counted(limits?: { most: number; longest: number }) {
  let read = 0;
  const of = remembered((text: string) => {
    read += 1;
    return text.length;
  }, limits);
  return { of, times: () => read };
}

test("a text is read once, whatever is read of it", () => {
  const { of, times } = counted();
  expect([of("held_until"), of(""), of("held_until"), of("")]).toEqual([10, 0, 10, 0]);
  expect(times()).toBe(2);
});

test("a text that is longer than is kept is read each time", () => {
  const { of, times } = counted({ most: 10, longest: 3 });
  expect([of("seat"), of("seat"), of("row"), of("row")]).toEqual([4, 4, 3, 3]);
  expect(times()).toBe(3);
});

test("what is kept is forgotten before it is more than there is room for", () => {
  const { of, times } = counted({ most: 2, longest: 9 });
  for (const text of ["a", "b", "c", "c", "a"]) of(text);
  expect(times()).toBe(4);
});

test("that nothing was found is remembered, too", () => {
  let read = 0;
  const of = remembered((): string | undefined => {
    read += 1;
    return undefined;
  });
  expect([of("a"), of("a")]).toEqual([undefined, undefined]);
  expect(read).toBe(1);
});

test("what is read of two objects is read once of both", () => {
  let read = 0;
  const of = rememberedOfBoth((one: { n: number }, other: { n: number }) => {
    read += 1;
    return one.n * other.n;
  });
  const [two, three] = [{ n: 2 }, { n: 3 }];
  expect([of(two, three), of(two, three), of(three, two), of(two, two)]).toEqual([6, 6, 6, 4]);
  expect(read).toBe(3);
});

test("what says the same is the object that was there before", () => {
  const same = unchanged<{ name: string }>(2);
  const seat = same({ name: "seat" });
  expect(same({ name: "seat" })).toBe(seat);
  expect(same({ name: "hold" })).not.toBe(seat);
  same({ name: "sale" });
  expect(same({ name: "seat" })).not.toBe(seat);
});
