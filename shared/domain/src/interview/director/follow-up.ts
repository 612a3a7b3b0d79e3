import { isOfBrief } from "../design/against-brief.ts";
import { askFurther, isAbout, nextProbe, spokenOf } from "./ask-further.ts";
import { hintOffer } from "./declining.ts";
import type { Say } from "../decision.ts";
import { type DirectorState, type HeardMessage, saidNow, openQuestion, questionAt } from "./director-state.ts";
import type { Pack } from "../item.ts";
import { withLead } from "./lead.ts";
import { acknowledgement, claimOf, movingOn } from "./moving-on.ts";
import { cited, fillers } from "../language/phrases.ts";
import { wordingOf } from "./pick.ts";
import { joined, say } from "./say.ts";
import { step } from "./step.ts";
import { itemOf } from "./topic-words.ts";
import * as words from "./wordings.ts";

/** "I don't know": a smaller piece of the same once, then on; after two in a row the hint instead of a third question. */
export function smaller(pack: Pack, state: DirectorState, message: HeardMessage, now: number): Say {
  const [asked, before] = saidNow(state)
    .filter((line) => line.question !== null && line.closed !== "rephrase")
    .toReversed();
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
  const asked = questionAt(state, message.answers);
  const item = pack.items.find(({ id }) => id === asked?.question?.item) ?? null;
  const source = asked?.question?.source ?? "probe";
  const isFollowedUp = source === "follow-up";
  const other = ofTheBrief(pack, state, message);
  if (other !== null) return other;
  if (isOfBrief(asked?.topic ?? null)) {
    const then = wordingOf(state, "after-brief", words.afterBrief);
    return say("reply", `${acknowledgement(state, message)} ${then}`, `Acknowledge neutrally, then: ${then}`);
  }
  if (source === "contradiction" || source === "run") {
    const then = wordingOf(state, `after-${source}`, words.afters[source]);
    return say("reply", `${acknowledgement(state, message)} ${then}`, `Acknowledge neutrally, then: ${then}`);
  }
  const isOn = item !== null && isAbout(item, message.text);
  const own = isOn && !isFollowedUp ? [item] : [];
  // Who speaks of something else is followed there; words that fit nothing are acknowledged, no more.
  const others = isOn ? [] : spokenOf(pack, state, message.text);
  for (const about of [...others, ...own]) {
    const isOwn = about === item;
    const place = isOwn && source !== "probe" ? (asked?.place ?? null) : null;
    const further = askFurther(state, about, message.text, {
      place,
      mayProbe: !isOwn || source === "probe",
      isAsked: isOwn,
      isShown: (asked?.place ?? null) !== null,
    });
    if (further !== null) return further;
  }
  return movingOn(pack, state, now, acknowledgement(state, message));
}

/** Something was said that answers no question of ours: an assumption, a thought, or words that no rule can place. */
export function honest(pack: Pack, state: DirectorState, message: HeardMessage, now: number): Say {
  const plain = message.text.replaceAll("\n", "; ").replace(fillers, "");
  if (state.said.at(-1)?.kind === "assumption" || assuming.test(plain)) {
    const quote = cited(plain.replace(assuming, ""), 100);
    const text = `${wordingOf(state, "assumed", words.assumed).replace("{quote}", quote)} ${step(state, null)}`;
    return say("reply", text, "Say that their assumption is noted, quoting it, and name the next step.");
  }
  const other = ofTheBrief(pack, state, message);
  if (other !== null) return other;
  const items = openQuestion(state) === null ? spokenOf(pack, state, message.text) : [];
  for (const item of items) {
    const further = askFurther(state, item, message.text, {
      place: null,
      mayProbe: true,
      isAsked: false,
      isShown: false,
    });
    if (further !== null) return further;
  }
  const isPlaced = items.length > 0 || claimOf(message) !== undefined;
  if (isPlaced) return movingOn(pack, state, now, acknowledgement(state, message));
  const text = `${wordingOf(state, "honest", words.honest)} ${step(state, openQuestion(state))}`;
  return say("reply", text, "Say honestly that you cannot place this, and name the next step.");
}

/** A rate that was just said and is not the brief's: it is asked about, once, with the quote. */
function ofTheBrief(pack: Pack, state: DirectorState, message: HeardMessage): Say | null {
  const lines = message.text.split("\n");
  const topic = state.topics.find(
    ({ id, place, wordings: [first = ""] }) =>
      isOfBrief(id) &&
      place === null &&
      !state.said.some((line) => line.topic === id) &&
      state.chatClaims.some(
        ({ quote }) => first.includes(cited(quote, 80)) && lines.some((one) => one.includes(quote)),
      ),
  );
  if (topic === undefined) return null;
  const text = wordingOf(state, topic.id, topic.wordings);
  const question = { item: itemOf(pack, state, topic)?.id ?? null, source: topic.source };
  return say("reply", text, `Ask neutrally which of the two figures holds: ${text}`, { question, topic: topic.id });
}

const assuming = /^(?:i|we)(?:'ll| will| would)? (?:assume|suppose|take it) (?:that )?/i;
