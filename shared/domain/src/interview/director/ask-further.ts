import type { Say } from "../decision.ts";
import { viewOf } from "../design/design-view.ts";
import type { DirectorState } from "./director-state.ts";
import { fill, type Filled, fillProbe } from "./fill.ts";
import type { Item, Pack, SpokenItem } from "../item.ts";
import { isAnsweredBy } from "../language/answered.ts";
import { itAt, lineAbout } from "./lead.ts";
import { mentions } from "../language/mentions.ts";
import { says } from "../language/negation.ts";
import { openItems } from "./open-items.ts";
import { quoteOf } from "../language/phrases.ts";
import { sentencesIn } from "../language/plain.ts";
import type { Place } from "../place.ts";
import { joined, say } from "./say.ts";
import { isSoHere } from "./suppositions.ts";

type FollowUp = SpokenItem["followUps"][number];

/**
 * `You said "…".` and the follow-up that these words ask for, else the item's next probe; null where neither is left.
 * `isShown`: the question that was answered showed a line, so what was said may well be about that.
 */
export function askFurther(
  state: DirectorState,
  item: Item,
  said: string,
  { place, mayProbe, isAsked, isShown }: { place: Place | null; mayProbe: boolean; isAsked: boolean; isShown: boolean },
): Say | null {
  const ready = item.spoken.followUps.find(
    (one) =>
      !state.said.some((line) => line.text.includes(one.ask)) &&
      isSoHere(state, one.ask) &&
      fits(one, said, isAsked) &&
      !isKnown(state, one, said),
  );
  const word = ready?.when.find((one) => isSaid(said, one)) ?? chatWords(item).find((one) => isSaid(said, one)) ?? "";
  const ask = ready === undefined ? null : fill(ready.ask, {});
  const probe =
    ask === null && mayProbe && state.coverage.get(item.id)?.state !== "covered" ? nextProbe(state, item, said) : null;
  const asking = ask ?? probe?.text ?? null;
  if (asking === null) return null;
  const about = probe?.place ?? place ?? lineAbout(state, item);
  const where = probe?.isSpecific === true || (about === null && isShown) ? "" : whereIn(state, about);
  const text = joined(`You said "${quoteOf(said, word)}"${where}.`, asking);
  const question = { item: item.id, source: "follow-up" as const };
  const topic = { topic: item.id, probe: probe?.probe ?? null };
  return say("reply", text, `They answered. Quote their words and ask: ${asking}`, {
    ...topic,
    place: about,
    question,
  });
}

/** The line that what was said is about; where the documents have none, that is said of them, once there are any. */
function whereIn(state: DirectorState, about: Place | null): string {
  if (about !== null && about.quote !== "") return ` about ${itAt(state, about)}`;
  const isWritten = state.reading !== null && Object.values(state.reading.texts).some((text) => text.trim() !== "");
  return isWritten ? "; I find no line on it yet" : "";
}

/** The items whose words a person used by themselves, likeliest first; short words mean too much to count here. */
export function spokenOf(pack: Pack, state: DirectorState, text: string): Item[] {
  const here = state.clock.phase?.id;
  const askable = new Set(openItems(pack, state).map(({ id }) => id));
  const found = pack.items.flatMap((item) => {
    if (isElsewhere(item, text)) return [];
    const own = chatWords(item).filter((word) => isSaid(text, word)).length;
    const least = own > 0 || item.phase === here ? 5 : 6;
    const fitting = item.spoken.followUps.filter((one) => fits(one, text, false));
    const words = fitting.flatMap(({ when }) => when);
    const far = words.filter((word) => word.length >= least && !unit.test(word) && isSaid(text, word)).length;
    // A word beside its subject says what is meant, however short it is and whenever it is said.
    const isMeant = fitting.some((one) => one.with !== undefined);
    const hits = own + far + 3 * Number(isMeant);
    const isSettled = state.coverage.get(item.id)?.state === "covered";
    const wasAsked = state.said.some((line) => line.question?.item === item.id);
    const isStrong = isMeant || (item.phase === here ? own > 0 || far > 0 : own > 0 && hits > 1);
    if (!isStrong || isSettled || wasAsked) return [];
    return [{ item, hits: hits + 2 * Number(item.phase === here) + Number(askable.has(item.id)) }];
  });
  return found.toSorted((a, b) => b.hits - a.hits).map(({ item }) => item);
}

/** Whether a person's words are about an item at all. */
export const isAbout = (item: Item, text: string): boolean =>
  !isElsewhere(item, text) && wordsOf(item).some((word) => mentions(text, word));

/** Whether words of an item were said of another thing. */
const isElsewhere = ({ spoken: { followUps } }: Item, text: string): boolean =>
  followUps.some(({ when, unless = [] }) => hasOne(text, when) && hasOne(text, unless)) &&
  !followUps.some((one) => fits(one, text, true));

/** Whether the message that a follow-up goes on from, or a paragraph of the design on the same thing, answers it already. */
function isKnown({ reading }: DirectorState, { when, ask }: FollowUp, said: string): boolean {
  if (isAnsweredBy(ask, said)) return true;
  const prose = reading === null ? [] : viewOf(reading).prose;
  return prose.some(({ text }) => isAnsweredBy(ask, text) && hasOne(text, when));
}

/** Whether what was said is what a follow-up goes on from. */
const fits = (followUp: FollowUp, said: string, isAsked: boolean): boolean =>
  hasOne(said, followUp.when) &&
  !(followUp.unless ?? []).some((word) => mentions(said, word)) &&
  (isAsked || followUp.with === undefined || hasOne(said, followUp.with));

const hasOne = (text: string, words: readonly string[]): boolean => words.some((word) => isSaid(text, word));

const isSaid = (text: string, word: string): boolean =>
  mentions(text, word) && sentencesIn(text).some((sentence) => says(sentence, word));

/** Words that stand beside every number. */
const unit = /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|times)$/;

const chatWords = (item: Item): string[] =>
  item.detectors.flatMap((detector) => (detector.by === "chat" ? detector.words : []));

const wordsOf = (item: Item): string[] => [
  ...chatWords(item),
  ...item.spoken.followUps.flatMap((followUp) => followUp.when),
];

/**
 * The next probe of an item that was not asked yet and whose holes can be filled. To somebody who said the find already the
 * open first one is not put any more.
 */
export function nextProbe(state: DirectorState, item: Item, said = ""): (Filled & { probe: number }) | null {
  const asked = state.said.flatMap((line) => (line.topic === item.id && line.probe !== null ? [line.probe] : []));
  const isFound = item.forbidden.some((term) => mentions(said, term));
  for (const [probe, template] of item.spoken.probes.entries()) {
    if (asked.some((level) => level >= probe) || (isFound && probe === 0)) continue;
    const filled = fillProbe(state, item, template);
    if (filled !== null && !isAnsweredBy(filled.text, said)) return { ...filled, probe };
  }
  return null;
}
