import { DocumentName } from "../../document/document.ts";
import { type Claim, claimsIn } from "../language/claims.ts";
import type { DirectorState } from "./director-state.ts";
import type { HeardOf } from "../hearing.ts";
import type { Pack } from "../item.ts";
import { carryAges } from "./line-ages.ts";
import { type Vocabulary, vocabularyOf, widened } from "../language/mentions.ts";
import type { Reading } from "../reading.ts";
import { reckoned } from "./reckon.ts";
import { mayHear } from "./restraint.ts";
import { runMends, topicsOfRun } from "../design/run-topics.ts";

/** The documents were read anew. */
export function onRead(pack: Pack, state: DirectorState, event: HeardOf<"read">): DirectorState {
  const { changed, at } = event;
  const reading = pack.subject === undefined ? event.reading : { ...event.reading, subject: pack.subject };
  const before = state.reading;
  const writtenAt = { ...state.writtenAt };
  const notAskedAbout = { ...state.notAskedAbout };
  const heardAt = mayHear(state) ? at : 0;
  for (const name of DocumentName.options) {
    if (before?.texts[name] === reading.texts[name]) continue;
    const lines = new Set(changed.filter((one) => one.document === name).flatMap((one) => one.lines));
    writtenAt[name] =
      before === null
        ? reading.texts[name].split("\n").map((_, n) => (lines.has(n + 1) ? at : 0))
        : carryAges(before.texts[name], state.writtenAt[name], reading.texts[name], at);
    notAskedAbout[name] =
      before === null ? [] : carryAges(before.texts[name], state.notAskedAbout[name], reading.texts[name], heardAt);
  }
  const isSame = before !== null && DocumentName.options.every((name) => before.texts[name] === reading.texts[name]);
  const isEdit = changed.length > 0;
  const read: DirectorState = {
    ...state,
    reading,
    writtenAt,
    notAskedAbout,
    ...(isSame ? {} : claimsOf(state, reading, at)),
    ...(isSame ? {} : wordsOf(state, reading)),
    ...(isEdit ? { lastKeyAt: at, lastEditAt: at, lastSignAt: at, isArmed: true } : {}),
  };
  return reckoned(pack, read, at, state);
}

/**
 * The numbers of the design document. Those of a paragraph that stayed where it was are what they were, at the version at
 * which they were read; one that moved takes its numbers along, and a number keeps its time.
 */
function claimsOf(
  state: DirectorState,
  { texts, versions }: Reading,
  at: number,
): Pick<DirectorState, "documentClaims" | "paragraphClaims"> {
  const firstSaid = new Map(state.documentClaims.map((claim) => [claim.quote, claim.at]));
  const paragraphClaims = new Map<string, { from: number; claims: readonly Claim[] }>();
  let first = 1;
  const documentClaims = texts.design.split("\n\n").flatMap((paragraph) => {
    const from = first;
    first += paragraph.split("\n").length + 1;
    const known = state.paragraphClaims.get(paragraph);
    const claims = known?.from === from ? known.claims : placed(known, paragraph, from);
    paragraphClaims.set(paragraph, { from, claims });
    return claims;
  });
  return { documentClaims, paragraphClaims };

  function placed(known: { from: number; claims: readonly Claim[] } | undefined, paragraph: string, from: number) {
    const within = (line: number) => ({ kind: "document" as const, document: "design" as const, line });
    const claims = known?.claims ?? claimsIn(paragraph, within, at);
    const moved = from - (known?.from ?? 1);
    return claims.map((claim) => ({
      ...claim,
      at: firstSaid.get(claim.quote) ?? at,
      source: { ...claim.source, version: versions.design, line: (claim.source.line ?? 1) + moved },
    }));
  }
}

/** The words of the documents; of lines that stayed they are known, and a word that people used once stays theirs. */
function wordsOf(state: DirectorState, { texts }: Reading): Pick<DirectorState, "documentWords" | "lineWords"> {
  const lineWords = new Map<string, Vocabulary>();
  const added: string[] = [];
  for (const name of DocumentName.options)
    for (const line of texts[name].split("\n")) {
      const known = state.lineWords.get(line) ?? lineWords.get(line);
      const words = known ?? vocabularyOf([line]);
      lineWords.set(line, words);
      if (known === undefined) added.push(...words);
    }
  return { lineWords, documentWords: widened(state.documentWords, added) };
}

/** A run is over: what it failed is asked about, what it passes and the run before did not is a mend. */
export function onRun(pack: Pack, state: DirectorState, event: HeardOf<"run">): DirectorState {
  const { at, runId, number, verdict, results } = event;
  const last = state.runs.at(-1) ?? null;
  const now = { runId, number, verdict, results };
  const mends = new Map(last === null ? [] : runMends(last, now).map(({ topic, text }) => [topic, text]));
  const before = {
    ...state,
    runTopics: state.runTopics.map((topic) => ({ ...topic, mended: mends.get(topic.id) ?? "" })),
  };
  const runs = [...state.runs, { ...now, at }];
  const runTopics = topicsOfRun(now, state.reading, last);
  return reckoned(pack, { ...state, runs, runTopics, lastSignAt: at }, at, before);
}
