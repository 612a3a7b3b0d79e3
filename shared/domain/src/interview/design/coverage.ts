import type { TestResult } from "../../judge/result.ts";
import { lineSaying, sentenceWith } from "./coverage-search.ts";
import type { Fact } from "./design-facts.ts";
import type { FactName } from "../facts.ts";
import type { Detector, Item } from "../item.ts";
import type { Coverage, Evidence } from "../note.ts";
import type { Place } from "../place.ts";
import type { Reading } from "../reading.ts";
import { saysNothing } from "../language/says-nothing.ts";
import { showsSomething, tells } from "../language/telling.ts";
import { isSteering } from "../language/steering.ts";
import type { ItemId } from "../speech.ts";

/** All that may count towards an item. */
export interface Seen {
  /** What people said; `item` is that of the question which it answers. */
  messages: readonly { seq: number; text: string; at: number; item: ItemId | null }[];
  reading: Reading | null;
  facts: ReadonlyMap<FactName, Fact>;
  /** Oldest first; of each test the newest result counts. */
  runs: readonly { runId: string; results: readonly TestResult[] }[];
  /** Lines that a person pointed at in answer to a question about the item. */
  points: readonly { item: ItemId; place: Place; at: number }[];
}

interface Found {
  state: Exclude<Coverage, "unseen">;
  evidence: Evidence | null;
}

const ranks: readonly Coverage[] = ["unseen", "touched", "covered", "contradicted"];
const quoted = (text: string): string => text.slice(0, 300).toWellFormed();

/**
 * How far an item is covered, and by what. Words in the chat alone make it `touched`, a number said there too; what is
 * denied, asked or "I don't know" never counts.
 */
export function coverageOf(item: Item, seen: Seen): { state: Coverage; evidence: Evidence[] } {
  const found = [
    ...item.detectors.flatMap((detector) => foundBy(detector, seen)),
    ...seen.points.flatMap(({ item: of, place }) => (of === item.id ? pointed(place) : [])),
    ...answersTo(item, seen),
  ];
  const state = found.reduce<Coverage>(
    (best, one) => (ranks.indexOf(one.state) > ranks.indexOf(best) ? one.state : best),
    "unseen",
  );
  const shown = found.flatMap(({ evidence }) => evidence ?? []);
  const strongest = shown.toSorted((a, b) => weight(b) - weight(a));
  return {
    state,
    evidence: strongest.filter((one, n) => strongest.findIndex((other) => isSame(one, other)) === n).slice(0, 8),
  };
}

/** What contradicts weighs most, as it decides. */
const weight = ({ by, against }: Evidence): number =>
  ["chat", "document", "fact", "pointed", "run"].indexOf(by) + (against === true ? 5 : 0);

const isSame = (a: Evidence, b: Evidence): boolean =>
  a.quote === b.quote &&
  a.source.kind === b.source.kind &&
  a.source.line === b.source.line &&
  a.source.seq === b.source.seq;

function foundBy(detector: Detector, seen: Seen): Found[] {
  switch (detector.by) {
    case "chat":
      return sameAsBefore(detector, seen.messages, () => byChat(detector.words, seen));
    case "document":
      return seen.reading === null ? [] : sameAsBefore(detector, seen.reading, () => byDocument(detector, seen));
    case "fact":
      return byFact(seen.facts.get(detector.fact), detector, seen);
    case "run":
      return byRun(detector.test, seen);
  }
}

const before = new WeakMap<Detector, { of: object; found: Found[] }>();

/** A message changes no document and an edit no message: what rests on the other is not looked for again. */
function sameAsBefore(detector: Detector, of: object, find: () => Found[]): Found[] {
  const last = before.get(detector);
  if (last?.of === of) return last.found;
  const found = find();
  before.set(detector, { of, found });
  return found;
}

/** The first two messages that say one of the words. */
function byChat(words: readonly string[], { messages }: Seen): Found[] {
  const found: Found[] = [];
  for (const message of messages) {
    const sentence = sentenceWith(message.text, words, { isAnswer: message.item !== null });
    if (sentence !== null) found.push({ state: "touched", evidence: fromMessage(message.seq, sentence) });
    if (found.length === 2) break;
  }
  return found;
}

/** An answer to a question about the item touches it, whatever its words, if it says something. */
function answersTo(item: Item, { messages }: Seen): Found[] {
  const answer = messages.find(
    ({ item: of, text }) =>
      of === item.id && !saysNothing(text) && !isSteering(text) && text.trim().split(/\s+/).length >= 3,
  );
  return answer === undefined ? [] : [{ state: "touched", evidence: fromMessage(answer.seq, answer.text.trim()) }];
}

const fromMessage = (seq: number, quote: string): Evidence => ({
  by: "chat",
  quote: quoted(quote),
  source: { kind: "message", seq },
});

function byDocument(detector: Extract<Detector, { by: "document" }>, { reading }: Seen): Found[] {
  const found = reading === null ? null : lineSaying(reading, detector);
  if (reading === null || found === null) return [];
  const { document } = detector;
  const source = { kind: "document" as const, document, version: reading.versions[document], line: found.line };
  return [{ state: "covered", evidence: { by: "document", quote: quoted(found.text), source } }];
}

function byFact(
  fact: Fact | undefined,
  { contradicts = false, isPart = false }: { contradicts?: boolean | undefined; isPart?: boolean | undefined },
  { messages }: Seen,
): Found[] {
  if (fact === undefined || (!fact.holds && !contradicts)) return [];
  const { said, place } = fact;
  if (said?.source.kind === "message") {
    const message = messages.find(({ seq }) => seq === said.source.seq);
    const isTold = fact.holds && tells(said.quote, { isAnswer: (message?.item ?? null) !== null });
    return isTold ? [{ state: "touched", evidence: { by: "chat", ...said } }] : [];
  }
  const state = !fact.holds ? "contradicted" : isPart ? "touched" : "covered";
  const against = fact.holds ? {} : { against: true };
  if (said !== undefined)
    return isSteering(said.quote) ? [] : [{ state, evidence: { by: "fact", ...said, ...against } }];
  if (place === null) return [{ state, evidence: null }];
  const { document, version, line, quote } = place;
  return [
    { state, evidence: { by: "fact", quote, source: { kind: "document", document, version, line }, ...against } },
  ];
}

function byRun(test: string, { runs }: Seen): Found[] {
  for (const { runId, results } of runs.toReversed()) {
    const result = results.find(
      ({ name, status }) => name.startsWith(test) && (status === "passed" || status === "failed"),
    );
    if (result === undefined) continue;
    const isOurs = result.attribution !== "platform" && result.attribution !== "deployment";
    if (result.status === "failed" && (!isOurs || cameNotSoFar(result, results))) return [];
    const source = { kind: "result" as const, runId, name: result.name };
    const evidence: Evidence = { by: "run", quote: result.observed, source };
    return result.status === "passed"
      ? [{ state: "covered", evidence }]
      : [{ state: "contradicted", evidence: { ...evidence, against: true } }];
  }
  return [];
}

/** Whether it failed as a test before it did: what it is about was never reached, and nothing is said of that. */
const cameNotSoFar = (failed: TestResult, results: readonly TestResult[]): boolean =>
  failed.observed !== "" &&
  results.find(
    ({ status, observed }) => status === "failed" && observed !== "" && failed.observed.startsWith(observed),
  ) !== failed;

function pointed({ document, version, line, quote }: Place): Found[] {
  if (!showsSomething(quote)) return [];
  return [
    { state: "covered", evidence: { by: "pointed", quote, source: { kind: "document", document, version, line } } },
  ];
}
