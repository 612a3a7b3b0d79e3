import { expect, test } from "vitest";
import { byteWords, countWords, exactWords, power, spanWords } from "./figures.ts";

test("counts are rounded as an estimate is", () => {
  expect(countWords(62 ** 5)).toBe("916 million");
  expect(countWords(62 ** 6)).toBe("57 billion");
  expect(countWords(62 ** 7)).toBe("3.5 trillion");
  expect(countWords(2 ** 31 - 1)).toBe("2.1 billion");
  expect(countWords(10_000)).toBe("10,000");
  expect(countWords(999_999_999)).toBe("1 billion");
  expect(countWords(12.5)).toBe("12.5");
  expect(countWords(2 ** 122)).toBe("5.3 × 10³⁶");
  expect(exactWords(62 ** 5)).toBe("916,132,832");
  expect(power(6.65e11)).toBe("6.7 × 10¹¹");
});

test("spans are told in the unit that fits", () => {
  expect(spanWords(62 ** 5 / 100)).toBe("106 days");
  expect(spanWords(62 ** 6 / 100)).toBe("18 years");
  expect(spanWords(62 ** 7 / 100)).toBe("1,116 years");
  expect(spanWords(62 ** 2 / 100)).toBe("38 seconds");
  expect(spanWords(365 * 86_400)).toBe("365 days");
});

test("bytes are decimal", () => {
  expect(byteWords(211)).toBe("210 bytes");
  expect(byteWords(2e10)).toBe("20 GB");
  expect(byteWords(6.65e11)).toBe("670 GB");
  expect(byteWords(1.5e12)).toBe("1.5 TB");
});
