import { DocumentName } from "../document/document.ts";
import { type DirectorState, openQuestion } from "./director-state.ts";
import { topicsOfEdit } from "./edit-topics.ts";
import { fillProbe } from "./fill.ts";
import type { Item, Pack } from "./item.ts";
import { mentions, termOf, uses } from "./mentions.ts";
import { PhaseId } from "./phase.ts";
import { chance, inOrderOfSeed } from "./pick.ts";
import type { Place } from "./place.ts";
import type { Changed } from "./reading.ts";
import type { QuestionSource } from "./speech.ts";
import { after } from "./timing.ts";
import type { Topic } from "./topic.ts";

/** Something that may be asked now, worded and weighed. */
export interface Candidate {
  item: Item | null;
  source: QuestionSource;
  topic: string;
  probe: number | null;
  text: string;
  place: Place | null;
  /** Whether the text names something of the documents by itself. */
  isSpecific: boolean;
  score: number;
  /** Worth asking before the usual pause between questions is over. */
  isUrgent: boolean;
}

/** All that may be asked now, the best first; equal ones by their id. */
export function candidates(pack: Pack, state: DirectorState, now: number): Candidate[] {
  return [
    ...topicCandidates(pack, state, now),
    ...probeCandidates(pack, state, now),
    ...laterCandidates(pack, state, now),
  ]
    .map((one) => ({ ...one, score: one.score + chance(state.seed, `${one.topic}#${one.probe ?? ""}`) * 0.9 }))
    .toSorted((a, b) => b.score - a.score || a.topic.localeCompare(b.topic));
}

/** Items that may still be asked about, of the phase and, late, of those before. */
export function openItems(pack: Pack, state: DirectorState): Item[] {
  const phase = state.clock.phase?.id;
  if (phase === undefined) return [];
  const skipped = new Set(state.said.flatMap((line) => (line.closed === "skip" ? [line.question?.item] : [])));
  const isSeen = (id: string) => (state.coverage.get(id)?.state ?? "unseen") !== "unseen";
  return pack.items.filter(
    (item) =>
      state.coverage.get(item.id)?.state !== "covered" &&
      !skipped.has(item.id) &&
      isOfPhase(item.phase, phase) &&
      (item.after ?? []).every(isSeen) &&
      (item.needs ?? []).every((fact) => state.facts.get(fact)?.holds === true),
  );
}

const late: readonly PhaseId[] = ["deep-dive", "scale-failure", "wrap-up"];

const isOfPhase = (of: PhaseId, now: PhaseId): boolean =>
  of === now || (late.includes(now) && PhaseId.options.indexOf(of) < PhaseId.options.indexOf(now));

/** `3*contradiction + 2*weight + 1.5*justEdited + testFailedOn − 2*askedRecently − level`, and less for an earlier phase. */
export function weigh(
  state: DirectorState,
  item: Item,
  now: number,
  about: { isJustEdited: boolean; level: number },
): number {
  const since = now - after(state, "recently");
  const wasAskedRecently = state.said.some((line) => line.question?.item === item.id && line.at > since);
  const isContradicted = state.coverage.get(item.id)?.state === "contradicted";
  const failed = state.runs.at(-1)?.results.filter((result) => result.status === "failed") ?? [];
  const testFailed = item.detectors.some(
    (detector) => detector.by === "run" && failed.some((result) => result.name.startsWith(detector.test)),
  );
  return (
    3 * Number(isContradicted) +
    2 * item.weight +
    1.5 * Number(about.isJustEdited) +
    Number(testFailed) -
    2 * Number(wasAskedRecently) -
    about.level -
    strangeness(item, state)
  );
}

/** An item of an earlier phase may be asked late, and hardly ever while summing up. */
const strangeness = (item: Item, { clock }: DirectorState): number =>
  item.phase === clock.phase?.id ? 0 : clock.phase?.id === "wrap-up" ? 4 : 1;

/** Lines written in the last two minutes, as a reader would tell them. */
export function justWritten(state: DirectorState, now: number): Changed[] {
  const { reading } = state;
  if (reading === null) return [];
  return DocumentName.options.flatMap((document) => {
    const lines = state.writtenAt[document].flatMap((at, n) => (at > 0 && now - at <= 120_000 ? [n + 1] : []));
    return lines.length === 0 ? [] : [{ document, version: reading.versions[document], author: "", lines, removed: 0 }];
  });
}

export const isJustWritten = (changed: readonly Changed[], place: Place | null): boolean =>
  place !== null &&
  changed.some(
    (one) => one.document === place.document && one.lines.some((line) => line >= place.line && line <= place.endLine),
  );

function topicCandidates(pack: Pack, state: DirectorState, now: number): Candidate[] {
  const { reading } = state;
  if (reading === null) return [];
  const changed = justWritten(state, now);
  const asked = new Set(state.said.map((line) => line.topic));
  const lastSource = state.said.findLast((line) => line.question !== null)?.question?.source;
  const topics = [...state.runTopics, ...state.topics, ...(changed.length === 0 ? [] : topicsOfEdit(reading, changed))];
  return topics.flatMap((topic) => {
    if (asked.has(topic.id)) return [];
    const item = itemOf(pack, state, topic);
    const [text] = sayable(state, item, topic);
    if (text === undefined) return [];
    const isJustEdited = topic.source === "edit" || isJustWritten(changed, topic.place);
    const weight = item === null ? 3 : weigh(state, item, now, { isJustEdited, level: 0 });
    const base = topic.source === "edit" ? weight : Math.max(3 + 1.5 * Number(isJustEdited), weight);
    const bonus = { run: 3, contradiction: 3, challenge: 2, edit: 0 }[topic.source];
    const isUrgent = topic.source === "run" || topic.source === "contradiction";
    const score = base + bonus + topic.strength - (lastSource === topic.source && !isUrgent ? 2 : 0);
    return [
      {
        item,
        source: topic.source,
        topic: topic.id,
        probe: null,
        text,
        place: topic.place,
        isSpecific: true,
        score,
        isUrgent,
      },
    ];
  });
}

/** The item that a topic counts towards: its own, else the one whose detectors name its facts, of the phase if possible. */
export function itemOf(pack: Pack, state: DirectorState, topic: Topic): Item | null {
  const own = pack.items.find(({ id }) => id === topic.item);
  if (own !== undefined) return own;
  const phase = state.clock.phase?.id;
  const open = (item: Item) => state.coverage.get(item.id)?.state !== "covered";
  for (const fact of topic.facts) {
    const of = pack.items.filter((item) =>
      item.detectors.some((detector) => detector.by === "fact" && detector.fact === fact),
    );
    const best = of.find((item) => open(item) && item.phase === phase) ?? of.find(open) ?? of[0];
    if (best !== undefined) return best;
  }
  return null;
}

/** Wordings that say nothing which the candidate has to find, those not yet said first. */
export function sayable(state: DirectorState, item: Item | null, topic: Topic): string[] {
  const isTaken = state.hints.some((hint) => hint.item === item?.id && hint.level === "partial");
  const words = item === null || isTaken ? [] : item.forbidden.filter((term) => !wasUsed(state, term));
  const plain = topic.wordings.filter((wording) => !words.some((term) => mentions(wording, term)));
  return inOrderOfSeed(state, topic.id, plain);
}

/** Whether people used a term themselves, in the chat or in a document. */
export function wasUsed(state: DirectorState, term: string): boolean {
  const ready = termOf(term);
  return uses(state.documentWords, ready) || uses(state.chatWords, ready);
}

function probeCandidates(pack: Pack, state: DirectorState, now: number): Candidate[] {
  const changed = justWritten(state, now);
  const asked = new Set(state.said.map((line) => `${line.topic ?? ""}#${line.probe ?? ""}`));
  return openItems(pack, state).flatMap((item) =>
    item.spoken.probes.flatMap((template, level) => {
      if (asked.has(`${item.id}#${level}`) || isBelow(state, item, level)) return [];
      const filled = fillProbe(state, item, template);
      if (filled === null) return [];
      const isJustEdited = isJustWritten(changed, filled.place);
      const score = weigh(state, item, now, { isJustEdited, level }) + (filled.isSpecific ? 1.5 : 0);
      return [{ item, source: "probe" as const, topic: item.id, probe: level, ...filled, score, isUrgent: false }];
    }),
  );
}

/** A probe is never asked after a more pointed one of its item, and no more than one level further than was asked. */
function isBelow(state: DirectorState, item: Item, level: number): boolean {
  const levels = state.said.flatMap((line) => (line.topic === item.id && line.probe !== null ? [line.probe] : []));
  return levels.some((asked) => asked > level) || level > Math.max(-1, ...levels) + 2;
}

/** What was put off comes back, once. */
function laterCandidates(pack: Pack, state: DirectorState, now: number): Candidate[] {
  const topics = new Map([...state.topics, ...state.runTopics].map((topic) => [topic.id, topic]));
  return state.said.flatMap((line) => {
    if (line.closed !== "later" || line.question === null || line.topic === null || line.closedAt === null) return [];
    const isBack = state.said.some(
      (other) => other.seq !== line.seq && other.topic === line.topic && other.probe === line.probe,
    );
    if (isBack || now - line.closedAt < after(state, "later") || openQuestion(state) !== null) return [];
    const item = pack.items.find(({ id }) => id === line.question?.item) ?? null;
    if (item !== null && state.coverage.get(item.id)?.state === "covered") return [];
    const isStale = !topics.has(line.topic) && line.topic !== item?.id;
    if (isStale) return [];
    const text = `You put this off: ${line.text}`;
    const { source } = line.question;
    return [
      {
        item,
        source,
        topic: line.topic,
        probe: line.probe,
        text,
        place: line.place,
        isSpecific: true,
        score: 8,
        isUrgent: false,
      },
    ];
  });
}
