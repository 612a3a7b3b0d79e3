import { expect, test } from "vitest";
import { topicsAgainstBrief } from "./against-brief.ts";
import { claimsIn } from "../language/claims.ts";
import { testPack } from "../director/test-pack.ts";

const pack = { ...testPack, figures: { reads: 10_000, writes: 100 } };
const said = (...texts: string[]) =>
  texts.flatMap((text, n) => claimsIn(text, () => ({ kind: "message", seq: n + 1 }), n * 1_000));

test("a rate that is not the brief's is asked about with the quote and both figures", () => {
  const [topic] = topicsAgainstBrief(pack, null, said("we expect 1k writes per second"));
  expect(topic?.id).toBe("brief:writes");
  for (const wording of topic?.wordings ?? [])
    expect(wording).toMatch(/"we expect 1k writes per second".* 100 writes a second/);
});

test("the brief's own figure, or one near it, settles the matter", () => {
  expect(topicsAgainstBrief(pack, null, said("1k reads a second on average", "12k reads a second at peak"))).toEqual(
    [],
  );
});

test("what one part of the system sees is no rate of the whole", () => {
  expect(topicsAgainstBrief(pack, null, said("the primary sees a thousand a second"))).toEqual([]);
});

test("a pack without figures asks nothing", () => {
  expect(topicsAgainstBrief(testPack, null, said("we expect 1k writes per second"))).toEqual([]);
});

test("once the brief's figure is taken, the report is told that the two do not differ any more", () => {
  const [topic] = topicsAgainstBrief(pack, null, said("we expect 1k writes per second"));
  expect(topic?.mended).toBe("Your figure for writes and the brief's (100 writes a second) do not differ any more.");
});
