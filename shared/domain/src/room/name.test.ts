import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanName, distinctName, nameLimit, PersonName } from "./name.ts";

test("what cannot be seen is taken out of a name", () => {
  expect(cleanName("a\u202Eb\u200Bc\u0000\uD800 \n d")).toBe("abc d");
  expect(cleanName("e\u0301")).toBe("\u00E9");
  expect(cleanName("e\u200B\u0301")).toBe("\u00E9");
});

test("a name of nothing visible, or beyond the limit, is refused", () => {
  expect(PersonName.safeParse("\u200B\u3164 ").success).toBe(false);
  expect(PersonName.safeParse("x".repeat(nameLimit + 1)).success).toBe(false);
  expect(PersonName.parse("  Ada  ")).toBe("Ada");
});

test("a name that reads like one in the room gets a number", () => {
  expect(distinctName("Ada", [])).toBe("Ada");
  expect(distinctName("ADA", ["Ada"])).toBe("ADA 2");
  expect(distinctName("Ada", ["Ada", "ada 2"])).toBe("Ada 3");
});

test("names of a room stay distinct and short however many ask for the same", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: nameLimit }), (wanted) => {
      const name = PersonName.safeParse(wanted);
      if (!name.success) return;
      const taken: string[] = [];
      for (let n = 0; n < 12; n++) taken.push(distinctName(name.data, taken));
      expect(new Set(taken).size).toBe(12);
      expect(taken.every((one) => one.length <= nameLimit && one.isWellFormed())).toBe(true);
    }),
  );
});
