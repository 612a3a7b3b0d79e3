import { candidates, type Candidate } from "./candidates.ts";
import { claimsIn } from "./claims.ts";
import type { Say } from "./decision.ts";
import { type DirectorState, type HeardMessage, openQuestion, type SaidLine } from "./director-state.ts";
import { fill, fillProbe } from "./fill.ts";
import { hintItem, nextLevel } from "./hints.ts";
import { hintCosts, type Item, type Pack } from "./item.ts";
import { mentions } from "./mentions.ts";
import { about, cited, named } from "./phrases.ts";
import { wordingOf } from "./pick.ts";
import { processTalkOf } from "./process-talk.ts";
import { rephraseOf } from "./rephrase.ts";
import { joined, say } from "./say.ts";
import { phaseTime } from "./timing.ts";
import { clarificationFor } from "./understand.ts";
import * as words from "./wordings.ts";

/** What to answer to a message, at once. */
export function answerTo(pack: Pack, state: DirectorState, message: HeardMessage, now: number): Say {
  const to = message.seq;
  switch (message.meaning) {
    case "solution":
      return { ...decline(pack, state), to };
    case "process":
      return { ...aboutProcess(pack, state, message, now), to };
    case "clarification": {
      const answer = clarificationFor(pack, message.text)?.answer ?? "";
      return say("clarification", answer, `Answer with exactly this: ${answer}`, { to });
    }
    case "question": {
      const text = wordingOf(state, "assumption", words.assumptions);
      return say("assumption", text, "Say that it is their call: they state their assumption, and it is recorded.", {
        to,
      });
    }
    case "nothing":
      return { ...smaller(pack, state, message, now), to };
    case "answer":
      return { ...followUp(pack, state, message, now), to };
    case "talk":
      return { ...honest(pack, state, message, now), to };
  }
}

function decline(pack: Pack, state: DirectorState): Say {
  const item = hintItem(pack, state);
  const level = item === null ? null : nextLevel(state, item);
  const offer =
    level === null
      ? wordingOf(state, "no-hint", words.noHintLeft)
      : wordingOf(state, "offer-hint", words.hintOffers)
          .replace("{level}", level === "nudge" ? "a nudge" : level === "pointed" ? "a pointed hint" : "a partial hint")
          .replace("{cost}", hintCosts[level]);
  const text = `${wordingOf(state, "decline", words.declines)} ${offer}`;
  return say("decline", text, "Decline kindly to give the answer and offer the next hint; say nothing of the answer.");
}

function aboutProcess(pack: Pack, state: DirectorState, message: HeardMessage, now: number): Say {
  const talk = processTalkOf(message.text) ?? "next-step";
  const open = openQuestion(state);
  if (talk === "rephrase" && open !== null) {
    const again = rephraseOf(pack, state, open.seq);
    return (
      again ?? say("reply", words.noOtherWording, "Say that there is no other wording; they may put it off or skip it.")
    );
  }
  const title = state.clock.phases.find((phase) => phase.id === state.clock.phase?.id)?.title ?? "This phase";
  const left = (phaseTime(state)?.endsAt ?? now) - now;
  const time =
    left > 0
      ? `${title} has ${about(left)} left.`
      : `${title} is ${about(-left)} over its time; press Next when you are ready.`;
  const item = hintItem(pack, state);
  const level = item === null ? null : nextLevel(state, item);
  const hint =
    level === null
      ? wordingOf(state, "no-hint", words.noHintLeft)
      : `Press Hint and take it when you want it. ${hintCosts[level]}`;
  const text = {
    time,
    hint,
    "next-step": step(state, open),
    rephrase: step(state, open),
    who: words.whoIAm,
    hello: `Hello. ${step(state, open)}`,
    thanks: wordingOf(state, "thanks", words.welcomes),
    done: `${time} Press Next to go on, or Check this phase to see what is open.`,
  }[talk];
  return say("reply", text, `Answer in one sentence: ${text}`);
}

/** The next thing to do, as a sentence. */
export function step(state: DirectorState, open: SaidLine | null): string {
  if (open !== null && open.place !== null) return `My last question is open; ${named(open.place)} is where it began.`;
  if (open !== null) return "My last question is still open; a sentence will do, or put it off with Later.";
  const id = state.clock.phase?.id ?? "clarify";
  return wordingOf(state, `step-${id}`, words.steps[id]);
}

/** "I don't know": a smaller piece of the same once, then on. It never counts. */
function smaller(pack: Pack, state: DirectorState, message: HeardMessage, now: number): Say {
  const asked = lastAsked(state);
  const item = pack.items.find(({ id }) => id === asked?.question?.item) ?? null;
  const isFirst = asked?.question?.source !== "follow-up";
  if (asked !== null && item !== null && isFirst) {
    const probe = nextProbe(state, item);
    if (probe !== null) {
      const text = joined(wordingOf(state, "smaller", words.smallers), probe.text);
      const question = { item: item.id, source: "follow-up" as const };
      return say("reply", text, `They do not know. Ask this smaller piece: ${probe.text}`, {
        ...probe,
        text,
        question,
      });
    }
  }
  return movingOn(
    pack,
    state,
    now,
    wordingOf(state, "unknown", asked === null ? words.nothingAsked : words.leftOpens),
    message,
  );
}

function followUp(pack: Pack, state: DirectorState, message: HeardMessage, now: number): Say {
  const asked = state.said.find((line) => line.seq === message.answers) ?? null;
  const item = pack.items.find(({ id }) => id === asked?.question?.item) ?? null;
  const isFollowedUp = asked?.question?.source === "follow-up";
  if (item !== null && !isFollowedUp) {
    const ready = item.spoken.followUps.find(
      ({ when, ask }) => !wasSaid(state, ask) && when.some((word) => mentions(message.text, word)),
    );
    const word = ready?.when.find((one) => mentions(message.text, one)) ?? "";
    const ask = ready === undefined ? null : fill(ready.ask, {});
    const probe = ask === null && state.coverage.get(item.id)?.state !== "covered" ? nextProbe(state, item) : null;
    const asking = ask ?? probe?.text ?? null;
    if (asking !== null) {
      const text = joined(`You said "${quoteOf(message.text, word)}".`, asking);
      const question = { item: item.id, source: "follow-up" as const };
      const more = probe ?? { topic: item.id, probe: null, place: asked?.place ?? null };
      return say("reply", text, `They answered. Quote their words and ask: ${asking}`, { ...more, text, question });
    }
  }
  return movingOn(pack, state, now, acknowledgement(state, message), message);
}

/** Neutral: that it was heard, never that it was understood. */
function acknowledgement(state: DirectorState, message: HeardMessage): string {
  const [claim] = claimsIn(message.text, () => ({ kind: "message", seq: message.seq }), message.at);
  if (claim !== undefined) return wordingOf(state, "number", words.numbersNoted).replace("{quote}", cited(claim.quote));
  return wordingOf(state, "noted", words.noteds);
}

/** Acknowledges and goes on: with the next question to somebody who talks, with the next step to somebody who writes. */
function movingOn(pack: Pack, state: DirectorState, now: number, first: string, message: HeardMessage): Say {
  const writesNow = state.lastEditAt > 0 && message.at - state.lastEditAt < 45_000;
  const inARow = state.said.filter(
    (line) => line.question !== null && line.at > state.lastEditAt && line.kind === "reply",
  ).length;
  const next = writesNow || inARow >= 4 ? null : nextQuestion(pack, state, now);
  if (next === null) {
    const text = `${first} ${step(state, null)}`;
    return say("reply", text, `Acknowledge neutrally and name the next step: ${step(state, null)}`);
  }
  const text = joined(first, next.text);
  const question = { item: next.item?.id ?? null, source: next.source };
  return say("reply", text, `Acknowledge neutrally, then ask: ${next.text}`, {
    question,
    topic: next.topic,
    probe: next.probe,
    place: next.place,
  });
}

const nextQuestion = (pack: Pack, state: DirectorState, now: number): Candidate | null =>
  candidates(pack, state, now).find((one) => one.source !== "edit") ?? null;

/** Something was said that answers nothing we asked. */
function honest(pack: Pack, state: DirectorState, message: HeardMessage, now: number): Say {
  const [claim] = claimsIn(message.text, () => ({ kind: "message", seq: message.seq }), message.at);
  const before = state.said.at(-1);
  if (before?.kind === "assumption") {
    const text = `${wordingOf(state, "assumed", words.assumed).replace("{quote}", quoteOf(message.text, ""))} ${step(state, null)}`;
    return say("reply", text, "Say that their assumption is noted, quoting it, and name the next step.");
  }
  if (claim !== undefined) return movingOn(pack, state, now, acknowledgement(state, message), message);
  const text = `${wordingOf(state, "honest", words.honest)} ${step(state, openQuestion(state))}`;
  return say("reply", text, "Say honestly that you cannot place this, and name the next step.");
}

/** The next probe of an item that was not asked yet and whose holes can be filled. */
function nextProbe(state: DirectorState, item: Item) {
  const asked = new Set(
    state.said.flatMap((line) => (line.topic === item.id && line.probe !== null ? [line.probe] : [])),
  );
  for (const [probe, template] of item.spoken.probes.entries()) {
    if (asked.has(probe) || [...asked].some((level) => level > probe)) continue;
    const filled = fillProbe(state, item, template);
    if (filled !== null) return { topic: item.id, probe, text: filled.text, place: filled.place };
  }
  return null;
}

const lastAsked = (state: DirectorState): SaidLine | null =>
  state.said.findLast((line) => line.question !== null) ?? null;

const wasSaid = (state: DirectorState, text: string): boolean => state.said.some((line) => line.text.includes(text));

/** The clause of a message that holds a word, short enough to be quoted. */
export function quoteOf(text: string, word: string): string {
  const clauses = text
    .split(/[.;!?\n]+|,\s+/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "");
  const clause = clauses.find((one) => word !== "" && mentions(one, word)) ?? clauses[0] ?? text;
  return cited(clause.replaceAll('"', "'"), 80);
}
