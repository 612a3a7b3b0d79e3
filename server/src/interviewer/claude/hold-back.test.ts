import { expect, test } from "vitest";
import { holdBack, type HoldBackOptions } from "./hold-back.ts";
import { readSentences } from "./sentences.ts";

const hold = (over: Partial<HoldBackOptions> = {}) => {
  const released: string[] = [];
  const options = { censor: () => null, question: "", words: (text: string) => void released.push(text), ...over };
  return { ...holdBack(options), seen: released };
};

test("a sentence is whole only when something follows its end, and a number or an abbreviation ends none", () => {
  const reader = readSentences();
  expect(reader.hear("You wrote 3.")).toEqual([]);
  expect(reader.hear("5k rows, e.g. in `links`. And")).toEqual(["You wrote 3.5k rows, e.g. in `links`."]);
  expect(reader.hear(" “then?” So")).toEqual([" And “then?”"]);
  expect(reader.hear("\n1. ")).toEqual([" So\n"]);
  expect(reader.rest()).toBe("1. ");
});

test("the room sees whole sentences, each once, and never half of one", () => {
  const one = hold();
  for (const piece of "Your table has no key. How is a row found? ".match(/.{1,3}/g) ?? []) one.hear(piece);
  expect(one.seen).toEqual(["Your table has no key.", "Your table has no key. How is a row found?"]);
});

test("the sentence that gives something away is never seen, nor is anything after it", () => {
  const censor = (text: string) => (text.includes("index") ? "index" : null);
  const one = hold({ censor });
  expect(one.hear("Look at line 3. You need an ")).toEqual({ end: null });
  expect(one.hear("index there. What next? ")).toEqual({ end: "leak", term: "index" });
  expect(one.hear("Harmless. ")).toEqual({ end: "leak", term: "index" });
  expect(one.seen).toEqual(["Look at line 3."]);
  const last = hold({ censor });
  last.hear("Use an index");
  expect(last.finish()).toEqual({ end: "leak", term: "index" });
  expect(last.seen).toEqual([]);
});

test("after the first question nothing more is said, and never more than sixty words", () => {
  const one = hold({ question: "What then?" });
  expect(one.hear("Fine. What is the key? And what else? ")).toEqual({ end: "enough" });
  expect(one.completed()).toBe("Fine. What is the key?");
  const long = hold({ question: "What is it looked up by?" });
  const sentence = `${"word ".repeat(24)}end. `;
  expect(long.hear(sentence.repeat(4))).toEqual({ end: "enough" });
  expect(long.completed()).toMatch(/end\. What is it looked up by\?$/);
  expect(long.completed().split(/\s+/).length).toBeLessThanOrEqual(60);
});

test("a first sentence that is too long is not cut: it may be tried again, and what was heard stays judged", () => {
  const one = hold();
  expect(one.hear(`${"word ".repeat(70)}. `)).toEqual({ end: "enough" });
  one.forget();
  expect(one.hear("Short. ")).toEqual({ end: null });
  expect(one.released()).toBe("Short.");
});
