import type { DirectorState, SaidLine } from "./director-state.ts";
import { topicsOfEdit } from "../design/edit-topics.ts";
import { fillProbe } from "./fill.ts";
import type { Item, Pack } from "../item.ts";
import { isJustWritten, justWritten, notAskedAbout } from "./just-written.ts";
import { openItems } from "./open-items.ts";
import { named } from "../language/phrases.ts";
import { PhaseId } from "../phase.ts";
import { chance } from "./pick.ts";
import type { Place } from "../place.ts";
import { isSettledByItem } from "../settled.ts";
import type { QuestionSource } from "../speech.ts";
import { after } from "./timing.ts";
import type { Topic } from "../topic.ts";
import { itemOf, sayable, wasUsed } from "./topic-words.ts";
import { weigh } from "./weigh.ts";

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
  /** Whether its phase has come and it takes its turn with what is being written. */
  isOwed: boolean;
  /** Whether it is about what was written of late and not asked about yet. */
  isOfWriting: boolean;
  /** Whether it was put off before. */
  isReturn: boolean;
}

/** All that may be asked now, the best first; equal ones by their id. */
export function candidates(pack: Pack, state: DirectorState, now: number): Candidate[] {
  return [
    ...topicCandidates(pack, state, now),
    ...probeCandidates(pack, state, now),
    ...laterCandidates(pack, state, now),
  ]
    .filter((one) => one.isUrgent || one.isOfWriting || !isWornOut(state, one.item, now))
    .map((one) => ({ ...one, score: one.score + chance(state.seed, `${one.topic}#${one.probe ?? ""}`) * 0.9 }))
    .toSorted((a, b) => b.score - a.score || a.topic.localeCompare(b.topic));
}

/** Right after an edit the question is about that. */
const freshness = (state: DirectorState, now: number, isJustEdited: boolean): number =>
  isJustEdited && now - state.lastEditAt < 60_000 ? 2.5 : 0;

/** Whether a contradiction at this place was asked about just now, in other words. */
function wasAskedThere(state: DirectorState, { source, place }: Topic, now: number): boolean {
  if (source !== "contradiction" || place === null) return false;
  const since = now - after(state, "recently");
  return state.said.some(
    (line) =>
      line.question?.source === source &&
      line.place?.document === place.document &&
      line.place.line === place.line &&
      line.at > since,
  );
}

/** Whether the pack's own question on an item was asked of this line already: code would ask the same in other words. */
const wasProbedThere = ({ said }: DirectorState, item: Item | null, place: Place | null): boolean =>
  item !== null &&
  place !== null &&
  said.some(
    (line) =>
      line.question?.source === "probe" &&
      line.question.item === item.id &&
      line.place?.document === place.document &&
      line.place.line === place.line,
  );

/** Two questions on one item in a few minutes are enough for now. */
function isWornOut(state: DirectorState, item: Item | null, now: number): boolean {
  if (item === null) return false;
  const since = now - after(state, "recently");
  return state.said.filter((line) => line.question?.item === item.id && line.at > since).length >= 2;
}

function topicCandidates(pack: Pack, state: DirectorState, now: number): Candidate[] {
  const { reading } = state;
  if (reading === null) return [];
  const changed = justWritten(state, now);
  const asked = new Set(state.said.map((line) => line.topic));
  const lastSource = state.said.findLast((line) => line.question !== null)?.question?.source;
  const open = notAskedAbout(state, now);
  const topics = [...state.runTopics, ...state.topics, ...topicsOfEdit(reading, open)];
  return topics.flatMap((topic) => {
    if (asked.has(topic.id) || wasAskedThere(state, topic, now)) return [];
    const item = itemOf(pack, state, topic);
    const mayRepeat = topic.source === "challenge" && topic.owedFrom === undefined;
    if (mayRepeat && wasProbedThere(state, item, topic.place)) return [];
    const [text] = sayable(state, item, topic);
    if (text === undefined) return [];
    const isJustEdited = topic.source === "edit" || isJustWritten(changed, topic.place);
    const weight = item === null ? 3 : weigh(state, item, now, { isJustEdited, level: 0 });
    const base = topic.source === "edit" ? weight : Math.max(3 + 1.5 * Number(isJustEdited), weight);
    const bonus = { run: 3, contradiction: 3, challenge: 2, edit: 0 }[topic.source];
    const isUrgent = topic.source === "run" || topic.source === "contradiction";
    const isOwed = isDueIn(state, topic);
    const score =
      base +
      bonus +
      2 * Number(isOwed) +
      topic.strength +
      freshness(state, now, isJustEdited) -
      (lastSource === topic.source && !isUrgent ? 2 : 0);
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
        isOwed,
        isReturn: false,
        isOfWriting: topic.source === "edit" || (isJustWritten(open, topic.place) && names(text, topic.place)),
      },
    ];
  });
}

/** Whether the phase of a topic has come; while summing up nothing is owed any more. */
function isDueIn({ clock }: DirectorState, { owedFrom }: Topic): boolean {
  const here = clock.phase?.id;
  if (owedFrom === undefined || here === undefined || here === "wrap-up") return false;
  return PhaseId.options.indexOf(here) >= PhaseId.options.indexOf(owedFrom);
}

/** Whether a sentence says which line it is about. */
const names = (text: string, place: Place | null): boolean => place !== null && text.includes(named(place));

function probeCandidates(pack: Pack, state: DirectorState, now: number): Candidate[] {
  const changed = justWritten(state, now);
  const asked = new Set(state.said.map((line) => `${line.topic ?? ""}#${line.probe ?? ""}`));
  return openItems(pack, state).flatMap((item) =>
    item.spoken.probes.flatMap((template, level) => {
      if (asked.has(`${item.id}#${level}`) || isBelow(state, item, level)) return [];
      if (level === 0 && item.forbidden.some((term) => wasUsed(state, term))) return [];
      const filled = fillProbe(state, item, template);
      if (filled === null) return [];
      const isJustEdited = isJustWritten(changed, filled.place);
      const score =
        weigh(state, item, now, { isJustEdited, level }) +
        (filled.isSpecific ? 1.5 : 0) +
        freshness(state, now, isJustEdited);
      const worth = { score, isUrgent: false, isOwed: false, isOfWriting: false, isReturn: false };
      return [{ item, source: "probe" as const, topic: item.id, probe: level, ...filled, ...worth }];
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
    // What stands before it in other words is the same question, not its return.
    const others = state.said.filter((other) => other.seq !== line.seq && other.closed !== "rephrase");
    const isBack = others.some((other) => other.topic === line.topic && other.probe === line.probe);
    if (isBack || now - line.closedAt < after(state, "later")) return [];
    const item = pack.items.find(({ id }) => id === line.question?.item) ?? null;
    if (item !== null && isSettledByItem(line.question.source, state.coverage.get(item.id)?.state)) return [];
    const isStale = !topics.has(line.topic) && line.topic !== item?.id && !stillStands(state, line);
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
        score: 12,
        isUrgent: false,
        isOwed: false,
        isOfWriting: false,
        isReturn: true,
      },
    ];
  });
}

/** Whether the line that a question was about is there as it was. */
function stillStands({ reading }: DirectorState, { place }: SaidLine): boolean {
  if (reading === null || place === null || place.quote.trim() === "") return false;
  return reading.texts[place.document].includes(place.quote.trim());
}
