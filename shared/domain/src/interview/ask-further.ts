import type { Say } from "./decision.ts";
import type { DirectorState } from "./director-state.ts";
import { fill, type Filled, fillProbe } from "./fill.ts";
import type { Item, Pack } from "./item.ts";
import { itAt, lineAbout } from "./lead.ts";
import { mentions } from "./mentions.ts";
import { openItems } from "./open-items.ts";
import { quoteOf } from "./phrases.ts";
import type { Place } from "./place.ts";
import { joined, say } from "./say.ts";

/** `You said "…".` and the follow-up that these words ask for, else the item's next probe; null where neither is left. */
export function askFurther(
  state: DirectorState,
  item: Item,
  said: string,
  { place, mayProbe }: { place: Place | null; mayProbe: boolean },
): Say | null {
  const ready = item.spoken.followUps.find(
    ({ when, ask }) => !state.said.some((line) => line.text.includes(ask)) && when.some((word) => mentions(said, word)),
  );
  const word = ready?.when.find((one) => mentions(said, one)) ?? chatWord(item, said);
  const ask = ready === undefined ? null : fill(ready.ask, {});
  const probe =
    ask === null && mayProbe && state.coverage.get(item.id)?.state !== "covered" ? nextProbe(state, item, said) : null;
  const asking = ask ?? probe?.text ?? null;
  if (asking === null) return null;
  const about = probe?.place ?? place ?? lineAbout(state, item);
  const isNamed = about === null || about.quote === "" || probe?.isSpecific === true;
  const text = joined(`You said "${quoteOf(said, word)}"${isNamed ? "" : ` about ${itAt(state, about)}`}.`, asking);
  const question = { item: item.id, source: "follow-up" as const };
  const topic = { topic: item.id, probe: probe?.probe ?? null };
  return say("reply", text, `They answered. Quote their words and ask: ${asking}`, {
    ...topic,
    place: about,
    question,
  });
}

/** The item whose words a person used by themselves, those of this phase first. */
export function spokenOf(pack: Pack, state: DirectorState, text: string): Item | null {
  const here = state.clock.phase?.id;
  const askable = new Set(openItems(pack, state).map(({ id }) => id));
  const found = pack.items.flatMap((item) => {
    const hits = wordsOf(item).filter((word) => mentions(text, word)).length;
    const isSettled = state.coverage.get(item.id)?.state === "covered";
    const wasAsked = state.said.some((line) => line.question?.item === item.id);
    return hits === 0 || isSettled || wasAsked
      ? []
      : [{ item, hits: hits + 2 * Number(item.phase === here) + Number(askable.has(item.id)) }];
  });
  return found.toSorted((a, b) => b.hits - a.hits)[0]?.item ?? null;
}

/** Whether a person's words are about an item at all. */
export const isAbout = (item: Item, text: string): boolean => wordsOf(item).some((word) => mentions(text, word));

const wordsOf = (item: Item): string[] => [
  ...item.detectors.flatMap((detector) => (detector.by === "chat" ? detector.words : [])),
  ...item.spoken.followUps.flatMap((followUp) => followUp.when),
];

const chatWord = (item: Item, said: string): string =>
  item.detectors
    .flatMap((detector) => (detector.by === "chat" ? detector.words : []))
    .find((word) => mentions(said, word)) ?? "";

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
    if (filled !== null) return { ...filled, probe };
  }
  return null;
}
