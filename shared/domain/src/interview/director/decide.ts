import { answerTo } from "./answering.ts";
import { type Candidate, candidates } from "./candidates.ts";
import { courtesyOf, proposal, warning } from "./courtesies.ts";
import type { Decision, Say, SilenceReason } from "../decision.ts";
import { type DirectorState, saidNow, openQuestion } from "./director-state.ts";
import { hintItem, nextLevel } from "./hints.ts";
import type { Pack } from "../item.ts";
import { hasAskedIntoSilence, isLongQuiet, rungOf } from "./ladder.ts";
import { itAt, wordedWith } from "./lead.ts";
import { isOfBrief } from "../design/against-brief.ts";
import { placeAt, placeOfMend } from "../design/naming.ts";
import { cited, named } from "../language/phrases.ts";
import type { Place } from "../place.ts";
import { withPassedOver } from "./missed.ts";
import { mayAskAt, mayAskOfWritingAt, proposalDue, turnTakenBy, warningDue } from "./pace.ts";
import { rephraseOf } from "./rephrase.ts";
import { isRationed, mustBeSilent, mustNotSpeakUnasked } from "./restraint.ts";
import { joined, say } from "./say.ts";
import { after, timing } from "./timing.ts";
import { tooMany } from "./too-many.ts";
import { messageToAnswer } from "./waiting.ts";

/** What to do now. Pure: it changes nothing; what is said comes back as `said`. */
export function decide(pack: Pack, state: DirectorState, now: number): Decision {
  const reason = mustBeSilent(state);
  if (reason !== null) return silent(reason);
  const [due] = state.due;
  if (due !== undefined) return courtesyOf(pack, state, due, now);
  const waiting = messageToAnswer(state, now);
  if (waiting !== null && now < waiting.from) return tooMany(state, waiting, now) ?? silent(waiting.why);
  if (waiting !== null) return withPassedOver(state, answerTo(pack, state, waiting.message, now), waiting.message);
  if (state.pointed !== null) {
    const text = `Noted: ${named(state.pointed)}, "${cited(state.pointed.quote, 80)}".`;
    return say("reply", text, "Acknowledge neutrally the line that was pointed at.", { place: state.pointed });
  }
  const held = mustNotSpeakUnasked(state, now);
  if (held !== null) return silent(held);
  if (warningDue(state, now)) return warning(state, now);
  return unasked(pack, state, now);
}

const silent = (reason: SilenceReason): Decision => ({ do: "stay-silent", reason });

function unasked(pack: Pack, state: DirectorState, now: number): Decision {
  const rationed = isRationed(state, now);
  const said = rationed === null ? speech(pack, state, now) : silent(rationed);
  if (said.do !== "stay-silent") return said;
  const rung = rungOf(state, now);
  if (rung === "chip") return { do: "chip", chip: "thinking" };
  if (rung !== "hint") return said;
  const item = hintItem(pack, state);
  const level = item === null ? null : nextLevel(state, item);
  return item === null || level === null ? said : { do: "offer-hint", item: item.id, level };
}

/** The one thing worth saying unasked, the most pressing first. */
function speech(pack: Pack, state: DirectorState, now: number): Decision {
  if (now - (state.said.at(-1)?.at ?? 0) < timing.pause) return silent("spoke-just-now");
  const all = candidates(pack, state, now);
  const written = now < mayAskOfWritingAt(state) ? undefined : all.find((one) => one.isOfWriting);
  const tookTurn = turnTakenBy(state);
  if (written !== undefined && tookTurn === "mend") return asking(state, written);
  // That a figure is the brief's now was heard with the answer; where a document says it, that is asked about anyway.
  const mend = state.mends.find(({ at, topic }) => now - at < timing.mendIsNews && !isOfBrief(topic.id));
  if (mend !== undefined) {
    const { topic, text } = mend;
    const place = placeOfMend(state.reading, mend);
    return say("mend", text, `Name the mend neutrally: ${text}`, { topic: topic.id, place });
  }
  if (written !== undefined && tookTurn !== null && tookTurn !== "edit") return asking(state, written);
  const urgent = all.find((one) => one.isUrgent);
  const open = openQuestion(state);
  const isFresh = open !== null && now - open.at < timing.betweenUnsolicited;
  if (urgent !== undefined && !isFresh) return asking(state, urgent);
  const why = proposalDue(pack, state, now, all);
  if (why !== null) return proposal(state, why, now);
  const waited = tookTurn === "edit" ? (all.find((one) => one.isReturn) ?? all.find((one) => one.isOwed)) : undefined;
  if (written !== undefined) return asking(state, waited ?? written);
  const isPatient = open !== null && now - open.at < after(state, "patience");
  const isSilence = rungOf(state, now) === "question" && !hasAskedIntoSilence(state) && !isPatient;
  if (isSilence && open !== null) {
    const again = rephraseOf(pack, state, open.seq);
    if (again !== null && again.probe !== open.probe) return { ...again, kind: "question", unsolicited: true };
  }
  const isDue = state.isArmed || isLongQuiet(state, now);
  if (!isSilence && !isDue) return silent(open === null ? "nothing-to-ask" : "waits-for-an-answer");
  if (!isSilence && now < mayAskAt(state)) return silent(open === null ? "spoke-just-now" : "waits-for-an-answer");
  const [best] = all;
  return best === undefined ? silent("nothing-to-ask") : asking(state, best);
}

function asking(state: DirectorState, one: Candidate): Say {
  const worded = wordedWith(state, one);
  const { place } = worded;
  const text = joined(answeredIn(state, place), worded.text);
  const question = { item: one.item?.id ?? null, source: one.source };
  return say("question", text, `Ask about this, naming the place: ${text}`, {
    question,
    topic: one.topic,
    probe: one.probe,
    place,
  });
}

/** Where the documents answered the last question meanwhile: that it was seen, no more; nothing where the next one is on that line. */
function answeredIn(state: DirectorState, next: Place | null): string {
  const asked = saidNow(state).findLast((line) => line.question !== null);
  if (asked === undefined || asked.question?.item === null || asked.closed === "mended") return "";
  const now = state.coverage.get(asked.question?.item ?? "");
  if (now?.state !== "covered" || now.since <= asked.at) return "";
  const { document, line } = now.evidence.findLast(({ source }) => source.kind === "document")?.source ?? {};
  const place =
    document === undefined || line === undefined || state.reading === null
      ? null
      : placeAt(state.reading, document, line);
  const isNext = place !== null && place.document === next?.document && place.line === next.line;
  return place === null || place.quote === "" || isNext ? "" : `On my last question I see ${itAt(state, place)}.`;
}
