import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanName, distinctName, nameLimit, PersonName } from "./name.ts";

test("what cannot be seen is taken out of a name", () => {
  expect(cleanName("a\u202Eb\u200Bc\u0000\uD800 \n d")).toBe("abc d");
  expect(cleanName("e\u0301")).toBe("\u00E9");
  expect(cleanName("e\u200B\u0301")).toBe("\u00E9");
});

test("emoji of several parts, and letters that a joiner keeps apart, stay as they were written", () => {
  const family = ["👩‍🚀", "🏳️‍🌈", "🧑🏽‍💻", "❤️", "1️⃣", "👩‍❤️‍👨"];
  const words = ["می‌خواهم", "श्‍री", "ශ්‍රී", "क्‌ष"];
  for (const name of [...family, ...words]) expect(cleanName(`\u200D ${name} x`)).toBe(`${name} x`.normalize("NFC"));
});

test("a joiner or a variation selector that shapes nothing is taken out", () => {
  expect(cleanName("A\u200Dd\u200Ca\uFE0F")).toBe("Ada");
  expect(cleanName("\u200C\u0645\u200C\u200C\u062E\u200D")).toBe("\u0645\u062E");
  expect(cleanName("\u200D👩\u200D")).toBe("👩");
  expect(cleanName("☀\uFE0F\uFE0F")).toBe("☀\uFE0F");
  expect(cleanName("👩\u202E\u2066\u200D🚀")).toBe("👩🚀");
});

test("cleaning a clean name changes nothing", () => {
  const part = fc.constantFrom(..."\u200C \u200D \uFE0E \uFE0F \u200B \u0301 \u20E3 e 1 ☀ 👩 🚀 🏽 م خ क ् ".split(" "));
  fc.assert(
    fc.property(fc.string({ unit: fc.oneof(part, fc.constant(" ")) }), (name) => {
      expect(cleanName(cleanName(name))).toBe(cleanName(name));
    }),
  );
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
  expect(distinctName("☀️", ["☀"])).toBe("☀️ 2");
  expect(distinctName("می‌خواهم", ["میخواهم"])).toBe("می‌خواهم 2");
  expect(distinctName("👩‍🚀".repeat(8), ["👩‍🚀".repeat(8)])).not.toMatch(/\u200D /);
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
