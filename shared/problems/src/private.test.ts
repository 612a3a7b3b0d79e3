import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { stringify } from "yaml";
import { loadPack, packOf } from "./private.ts";
import { loadPublicProblems, problemsDir } from "./public.ts";

const problems = ["url-shortener", "ticket-booking"];
let dir = "";
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "packs-"));
  for (const id of problems) await cp(join(problemsDir, id), join(dir, id), { recursive: true, filter: isOfPack });
});
afterEach(() => rm(dir, { recursive: true }));

/** Other people's designs are thousands of files, and no part of a pack. */
const isOfPack = (from: string): boolean => basename(from) !== "corpus";

/** Changes a private file and says which it was. */
async function change(id: string, name: string, from: string | RegExp, to: string): Promise<string> {
  const file = join(dir, id, "private", name);
  const text = await readFile(file, "utf8");
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  await writeFile(file, changed);
  return file;
}

test.each(problems)("an item of %s is what is hidden and what may be said of it, under one id", (id) => {
  const { problem, items, clarifications, requirements, figures, subject } = loadPack(dir, id);
  const item = items.find((one) => one.id === "arch-5");
  expect(item).toMatchObject({ phase: "high-level", skill: "scaling", spoken: { probes: { length: 3 } } });
  expect([problem, clarifications.length > 0, requirements.length > 0]).toEqual([id, true, true]);
  expect([figures?.writes, subject?.makes]).toEqual(id === "url-shortener" ? [100, "shorten"] : [400, "confirm"]);
});

test.each(problems)("%s without its private folder is interviewed by people alone", async (id) => {
  await rm(join(dir, id, "private"), { recursive: true });
  expect(packOf(dir, id)).toBeNull();
});

const flaws: [string, string, string | RegExp, string, RegExp, string?][] = [
  ["a phase that there is none of", "items.yaml", "phase: clarify", "phase: chat", /phase/],
  ["a field that nobody reads", "items.yaml", "weight: 3", "weight: 3\n  colour: red", /colour/],
  ["a fact that nothing computes", "items.yaml", "read-rate-stated", "read-rate-sung", /fact/],
  ["an id twice", "items.yaml", "id: req-2", "id: req-1", /req-1 is there twice/],
  ["an item after one that is not there", "items.yaml", "after: [data-1]", "after: [data-99]", /after data-99/],
  [
    "words for an item that is not there",
    "spoken/items.yaml",
    /^req-1:/m,
    "req-99:",
    /req-99 is no item.*\n.*req-1 has no words/,
  ],
  [
    "a hole in a first probe",
    "spoken/items.yaml",
    "A short link is printed",
    "A `{table}` is printed",
    /req-2 has a hole in its first/,
  ],
  [
    "a hole that nothing fills",
    "spoken/items.yaml",
    "`{component}` takes every",
    "`{colour}` takes every",
    /\{colour\}/,
  ],
  ["a hole in a hint", "spoken/items.yaml", "nudge: Think", "nudge: At {table} think", /hole where none is filled/],
  [
    "a hint that gives away what only the last may",
    "spoken/items.yaml",
    "nudge: Think about how unevenly the clicks fall on the links.",
    "nudge: Think about caching.",
    /arch-5 says "cach" too early/,
  ],
  [
    "a follow-up that says the word before the candidate",
    "spoken/items.yaml",
    "ask: Once a link is gone",
    "ask: Once its TTL is over",
    /req-2 says "ttl" before the candidate did/,
  ],
  [
    "a clarification with too few wordings",
    "spoken/clarifications.yaml",
    /wordings:\n(?: {4}- .*\n)+/,
    "wordings: [Why?]\n",
    /wordings/,
  ],
  [
    "a clarification that answers everything",
    "spoken/clarifications.yaml",
    /match:\n(?: {4}- .*\n)+/,
    "match: [[]]\n",
    /ask-1 has an empty/,
  ],
  ["no requirements", "requirements.md", /[^]+/, "\n", /it is empty/],
  ["a rate of no number", "spoken/figures.yaml", /reads: \d+/, "reads: many", /reads/, "ticket-booking"],
  [
    "a subject without its things",
    "spoken/subject.yaml",
    /things:\n(?: {2}- .*\n)+/,
    "things: []\n",
    /things/,
    "ticket-booking",
  ],
  ["a subject of other words", "spoken/subject.yaml", "makes:", "made:", /made/, "ticket-booking"],
  [
    "a hint on a seat that gives away what only the last may",
    "spoken/items.yaml",
    "nudge: Think about one row that everybody wants.",
    "nudge: Think about contention.",
    /scale-1 says "contention" too early/,
    "ticket-booking",
  ],
];
test.each(flaws)("%s is refused with the name of the file and what is wrong", async (_, name, from, to, wrong, of) => {
  const id = of ?? "url-shortener";
  const file = await change(id, name, from, to);
  expect(() => loadPack(dir, id)).toThrow(file);
  expect(() => loadPack(dir, id)).toThrow(wrong);
});

test.each(problems)("a missing file of %s is named", async (id) => {
  await rm(join(dir, id, "private", "requirements.md"));
  expect(() => loadPack(dir, id)).toThrow(join(dir, id, "private", "requirements.md"));
});

test.each(problems)("no sentence of the private folder of %s is part of what a candidate may see", (id) => {
  const shown = stringify(loadPublicProblems(dir)).replaceAll(/\s+/g, " ");
  const { items, clarifications, requirements } = loadPack(dir, id);
  const secrets = [
    ...items.flatMap(({ about, anchors, spoken }) => [
      about,
      ...Object.values(anchors),
      ...spoken.probes,
      ...spoken.followUps.map(({ ask }) => ask),
      ...Object.values(spoken.hints),
      spoken.strong,
      spoken.lesson,
    ]),
    ...clarifications.map(({ answer }) => answer),
    ...requirements.split(/\n+/),
  ].filter((text) => text.split(" ").length > 3);
  expect(secrets.length).toBeGreaterThan(400);
  expect(secrets.filter((secret) => shown.includes(secret))).toEqual([]);
});
