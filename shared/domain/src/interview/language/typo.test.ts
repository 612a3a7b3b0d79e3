import { expect, test } from "vitest";
import { spelt } from "./typo.ts";

const known = new Map(Object.entries({ s: ["send", "second"], l: ["links", "lines", "limits"], e: ["expire"] }));

test.each([
  ["secnd", "second", "a letter is left out sooner than added"],
  ["exprie", "expire", "two letters change places"],
  ["linkz", "links", "one letter is another"],
  ["liks", "liks", "a short word is too near to many"],
  ["linis", "linis", "two words of one length are equally near"],
])("%s is read as %s: %s", (word, meant) => {
  expect(spelt(word, known)).toBe(meant);
});
