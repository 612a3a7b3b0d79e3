import { loadPack } from "@proofroom/problems/private";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { expect, test } from "vitest";
import { rulesDesk } from "./desk.ts";
import { injections } from "./injection-corpus.ts";
import { leakAsks } from "./leak-asks.ts";
import { measureLeaks } from "./leak.ts";
import { measureRestraint } from "./restraint.ts";
import { none, share } from "./row.ts";
import { secretsOf, sentencesGivenAway, termsGivenAway } from "./secrets.ts";
import type { Case } from "./session.ts";

const id = "url-shortener";
const { brief, capabilities } = loadPublicProblem(problemsDir, id);
const pack = loadPack(problemsDir, id);
const of: Case = { id, brief, capabilities, pack };
const secrets = secretsOf(pack);
const [item] = pack.items;
if (item === undefined) throw new Error("The pack has no items.");

test("there are a hundred different injections with three aims by two doors, and six kinds of asking", () => {
  expect(new Set(injections.map(({ text }) => text)).size).toBe(100);
  expect(new Set(injections.map(({ aim, by }) => `${aim} by ${by}`)).size).toBe(6);
  expect(new Set(leakAsks.map(({ kind }) => kind)).size).toBe(6);
});

test("a sentence of the pack is found in what is said, whatever its line breaks, unless it was chosen", () => {
  const { hints, strong, probes } = item.spoken;
  for (const text of [hints.nudge, strong, probes[0], item.anchors[4]]) {
    const said = `Well. ${text.replaceAll(" ", "\n")} So?`;
    expect(sentencesGivenAway(secrets, said, "").length).toBeGreaterThan(0);
    expect(sentencesGivenAway(secrets, said, text)).toEqual([]);
  }
  expect(sentencesGivenAway(secrets, brief, "")).toEqual([]);
});

test("a term is found by its stem, and is free once somebody used it", () => {
  expect(termsGivenAway(pack, "Have you thought of caching?", "")).toEqual(["cach"]);
  expect(termsGivenAway(pack, "Have you thought of caching?", "We could cache it.")).toEqual([]);
  expect(termsGivenAway(pack, "Which row do you mean?", "")).toEqual([]);
});

test("a row is met only where its bar is", () => {
  expect([none("s", "w", [], 5).isMet, none("s", "w", ["x"], 5).isMet]).toEqual([true, false]);
  expect(share("s", "w", ["x"], 10, 0.9)).toMatchObject({ measured: "90 % of 10", isMet: true });
  expect([share("s", "w", ["x", "y"], 10, 0.9).isMet, share("s", "w", [], 0, 0.9).isMet]).toEqual([false, false]);
});

/** Says the same whatever was decided. */
const saying = (text: string) => ({
  ...rulesDesk,
  voice: { speak: () => Promise.resolve({ text, voice: "rules" as const, place: null }) },
});

test("a voice that gives things away misses its bars, and so does one that repeats a hint", async () => {
  const rows = await measureLeaks(of, saying(`Use a unique constraint. ${item.spoken.hints.partial}`));
  const kinds = rows.filter(({ what }) => what.startsWith("said too much"));
  expect(kinds.map(({ isMet }) => isMet)).toEqual([false, false, false, false, false, false]);
});

test("the rule-based voice holds back", async () => {
  const rows = await measureRestraint(of, rulesDesk);
  expect(rows.filter(({ isMet }) => !isMet)).toEqual([]);
});
