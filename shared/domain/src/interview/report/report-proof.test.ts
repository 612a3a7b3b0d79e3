import fc from "fast-check";
import { expect, test } from "vitest";
import { lineOfQuote } from "./report-proof.ts";

test("a quote is found on the line where it begins, the nearest to the one that was named", () => {
  const text = "a\nb\na\nb\nc";
  expect(lineOfQuote(text, "a")).toBe(1);
  expect(lineOfQuote(text, "a", 3)).toBe(3);
  expect(lineOfQuote(text, "a", 9)).toBe(3);
  expect(lineOfQuote(text, "b\nc", 1)).toBe(4);
  expect(lineOfQuote(text, "\nc", 1)).toBe(5);
});

test("what is not there verbatim, and what is blank, is found nowhere", () => {
  expect(lineOfQuote("code varchar(7)", "code  varchar(7)")).toBeNull();
  expect(lineOfQuote("a\n\nb", "\n")).toBeNull();
  expect(lineOfQuote("", "a")).toBeNull();
});

test("any part of any line is found on that line", () => {
  const line = fc.string({ unit: fc.constantFrom("a", "b", " ", "é", "😀"), maxLength: 8 });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), fc.nat(), fc.nat(), (lines, n, from) => {
      const at = n % lines.length;
      const words = lines[at] ?? "";
      const quote = words.slice(from % (words.length + 1));
      const found = lineOfQuote(lines.join("\n"), quote, at + 1);
      expect(found).toBe(quote.trim() === "" ? null : at + 1);
    }),
  );
});
