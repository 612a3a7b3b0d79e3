import { candidates } from "./candidates.ts";
import { openItems } from "./open-items.ts";
import { claimsIn } from "./claims.ts";
import { hintOffer } from "./declining.ts";
import type { Say } from "./decision.ts";
import { type DirectorState, type HeardMessage, openQuestion } from "./director-state.ts";
import { fill, type Filled, fillProbe } from "./fill.ts";
import type { Item, Pack } from "./item.ts";
import { itAt, lineAbout, withLead, wordedWith } from "./lead.ts";
import { fillers } from "./meaning.ts";
import { mentions } from "./mentions.ts";
import { cited, quoteOf } from "./phrases.ts";
import { wordingOf } from "./pick.ts";
import type { Place } from "./place.ts";
import { joined, say } from "./say.ts";
import { step } from "./step.ts";
import * as words from "./wordings.ts";

/** "I don't know": a smaller piece of the same once, then on; after two in a row the hint instead of a third question. */
export function smaller(pack: Pack, state: DirectorState, message: HeardMessage, now: number): Say {
  const [asked, before] = state.said.filter((line) => line.question !== null).toReversed();
  if (asked?.closed !== "unknown" || asked.closedAt !== message.at) {
    const text = `${wordingOf(state, "nothing", words.nothingAsked)} ${step(state, openQuestion(state))}`;
    return say("reply", text, "Say that nothing is open and name the next step.");
  }
  const item = pack.items.find(({ id }) => id === asked.question?.item) ?? null;
  const probe = item !== null && asked.question?.source !== "follow-up" ? nextProbe(state, item) : null;
  if (item !== null && probe !== null) {
    const { text, place } = withLead(state, item, probe);
    const question = { item: item.id, source: "follow-up" as const };
    const whole = joined(wordingOf(state, "smaller", words.smallers), text);
    const more = { topic: item.id, probe: probe.probe, place, question };
    return say("reply", whole, `They do not know. Ask this smaller piece: ${text}`, more);
  }
  const first = wordingOf(state, "unknown", words.leftOpens);
  if (before?.closed !== "unknown" || before.phase !== asked.phase) return movingOn(pack, state, now, first);
  return say("reply", `${first} ${hintOffer(pack, state)}`, "Leave it open kindly and offer the next hint.");
}

/** An answer is followed up once with its own words, then the interviewer goes on. */
export function followUp(pack: Pack, state: DirectorState, message: HeardMessage, now: number): Say {
  const asked = state.said.find((line) => line.seq === message.answers) ?? null;
  const item = pack.items.find(({ id }) => id === asked?.question?.item) ?? null;
  const source = asked?.question?.source ?? "probe";
  const isFollowedUp = source === "follow-up";
  if (source === "contradiction" || source === "run") {
    const then = wordingOf(state, `after-${source}`, words.afters[source]);
    return say("reply", `${acknowledgement(state, message)} ${then}`, `Acknowledge neutrally, then: ${then}`);
  }
  const further =
    item === null || isFollowedUp
      ? null
      : askFurther(state, item, message.text, { place: asked?.place ?? null, mayProbe: source === "probe" });
  return further ?? movingOn(pack, state, now, acknowledgement(state, message));
}

/** Something was said that answers no question of ours: an assumption, a thought, or words that no rule can place. */
export function honest(pack: Pack, state: DirectorState, message: HeardMessage, now: number): Say {
  const plain = message.text.replaceAll("\n", "; ").replace(fillers, "");
  if (state.said.at(-1)?.kind === "assumption" || assuming.test(plain)) {
    const quote = cited(plain.replace(assuming, ""), 100);
    const text = `${wordingOf(state, "assumed", words.assumed).replace("{quote}", quote)} ${step(state, null)}`;
    return say("reply", text, "Say that their assumption is noted, quoting it, and name the next step.");
  }
  const item = openQuestion(state) === null ? spokenOf(pack, state, message.text) : null;
  const further = item === null ? null : askFurther(state, item, message.text, { place: null, mayProbe: true });
  if (further !== null) return further;
  const isPlaced = item !== null || claimOf(message) !== undefined;
  if (isPlaced) return movingOn(pack, state, now, acknowledgement(state, message));
  const text = `${wordingOf(state, "honest", words.honest)} ${step(state, openQuestion(state))}`;
  return say("reply", text, "Say honestly that you cannot place this, and name the next step.");
}

const assuming = /^(?:i|we)(?:'ll| will| would)? (?:assume|suppose|take it) (?:that )?/i;

/** The item whose words a person used by themselves, those of this phase first. */
function spokenOf(pack: Pack, state: DirectorState, text: string): Item | null {
  const here = state.clock.phase?.id;
  const askable = new Set(openItems(pack, state).map(({ id }) => id));
  const found = pack.items.flatMap((item) => {
    const chat = item.detectors.flatMap((detector) => (detector.by === "chat" ? detector.words : []));
    const when = item.spoken.followUps.flatMap((followUp) => followUp.when);
    const hits = [...chat, ...when].filter((word) => mentions(text, word)).length;
    const isSettled = state.coverage.get(item.id)?.state === "covered";
    const wasAsked = state.said.some((line) => line.question?.item === item.id);
    return hits === 0 || isSettled || wasAsked
      ? []
      : [{ item, hits: hits + 2 * Number(item.phase === here) + Number(askable.has(item.id)) }];
  });
  return found.toSorted((a, b) => b.hits - a.hits)[0]?.item ?? null;
}

/** `You said "…".` and the follow-up that these words ask for, else the item's next probe; null where neither is left. */
function askFurther(
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
    ask === null && mayProbe && state.coverage.get(item.id)?.state !== "covered" ? nextProbe(state, item) : null;
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

const chatWord = (item: Item, said: string): string =>
  item.detectors
    .flatMap((detector) => (detector.by === "chat" ? detector.words : []))
    .find((word) => mentions(said, word)) ?? "";

const claimOf = (message: HeardMessage) =>
  claimsIn(message.text, () => ({ kind: "message", seq: message.seq }), message.at)[0];

/** Neutral: that it was heard, never that it was understood. */
function acknowledgement(state: DirectorState, message: HeardMessage): string {
  const claim = claimOf(message);
  if (claim === undefined) return wordingOf(state, "noted", words.noteds);
  return wordingOf(state, "number", words.numbersNoted).replace("{quote}", cited(claim.quote));
}

/** Acknowledges and goes on: with the next question to somebody who talks, with the next step to somebody who writes. */
function movingOn(pack: Pack, state: DirectorState, now: number, first: string): Say {
  const writesNow = state.lastEditAt > 0 && now - state.lastEditAt < 45_000;
  const inARow = state.said.filter(
    (line) => line.question !== null && line.at > state.lastEditAt && line.kind === "reply",
  ).length;
  const next = writesNow || inARow >= 4 ? undefined : candidates(pack, state, now).find((one) => one.source !== "edit");
  if (next === undefined) {
    const then = step(state, null);
    return say("reply", `${first} ${then}`, `Acknowledge neutrally and name the next step: ${then}`);
  }
  const { text, place } = wordedWith(state, next);
  const question = { item: next.item?.id ?? null, source: next.source };
  const { topic, probe } = next;
  return say("reply", joined(first, text), `Acknowledge neutrally, then ask: ${text}`, {
    question,
    topic,
    probe,
    place,
  });
}

/** The next probe of an item that was not asked yet and whose holes can be filled. */
function nextProbe(state: DirectorState, item: Item): (Filled & { probe: number }) | null {
  const asked = state.said.flatMap((line) => (line.topic === item.id && line.probe !== null ? [line.probe] : []));
  for (const [probe, template] of item.spoken.probes.entries()) {
    if (asked.some((level) => level >= probe)) continue;
    const filled = fillProbe(state, item, template);
    if (filled !== null) return { ...filled, probe };
  }
  return null;
}
