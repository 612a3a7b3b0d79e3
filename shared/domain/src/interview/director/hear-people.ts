import { claimsIn } from "../language/claims.ts";
import { type DirectorState, openQuestion, questionAt, type SaidLine } from "./director-state.ts";
import type { HeardOf } from "../hearing.ts";
import type { Pack } from "../item.ts";
import { meaningOf, withoutAddress } from "./meaning.ts";
import { vocabularyOf, widened } from "../language/mentions.ts";
import { reckoned } from "./reckon.ts";
import { mayHear } from "./restraint.ts";

/** A person said something, to us or to somebody else. */
export function onMessage(pack: Pack, state: DirectorState, event: HeardOf<"message">): DirectorState {
  const { seq, at, person, text, addressed, byStaff = false, isToStaff = false } = event;
  const meaning = addressed ? meaningOf(pack, state, text) : "talk";
  const open = openQuestion(state);
  const answers = addressed && meaning === "answer" ? open : null;
  const message = {
    seq,
    at,
    person,
    text: withoutAddress(text),
    addressed,
    byStaff,
    isToStaff,
    meaning,
    item: answers?.question?.item ?? null,
    answers: answers?.seq ?? null,
  };
  const claims = byStaff ? [] : claimsIn(message.text, () => ({ kind: "message", seq }), at);
  const closes = answers ?? (addressed && meaning === "nothing" ? open : null);
  const heard: DirectorState = {
    ...state,
    messages: [...state.messages, message],
    said:
      closes === null ? state.said : closeQuestion(state.said, closes, meaning === "nothing" ? "unknown" : "words", at),
    chatWords: byStaff ? state.chatWords : widened(state.chatWords, vocabularyOf([message.text])),
    chatClaims: claims.length === 0 ? state.chatClaims : [...state.chatClaims, ...claims],
    unanswered: addressed && mayHear(state) ? seq : state.unanswered,
    lastSignAt: at,
    lastTalkAt: addressed ? state.lastTalkAt : at,
  };
  return reckoned(pack, heard, at, state);
}

/** A person did something with a question otherwise than by words. */
export function onAnswer(pack: Pack, state: DirectorState, event: HeardOf<"answer">): DirectorState {
  const { question: seq, answer, place, at } = event;
  const line = questionAt(state, seq);
  if (line === null || line.closed === answer) return state;
  if (answer === "rephrase") return { ...state, lastSignAt: at };
  const item = line.question?.item ?? null;
  const said = closeQuestion(state.said, line, answer, at);
  const closed: DirectorState = { ...state, said, lastSignAt: at, isArmed: true };
  if (answer !== "point" || place === null) return closed;
  const pointed = { ...closed, pointed: mayHear(state) ? place : null };
  if (item === null) return pointed;
  return reckoned(pack, { ...pointed, points: [...state.points, { item, place, at }] }, at, state);
}

const closeQuestion = (
  said: readonly SaidLine[],
  question: SaidLine,
  closed: NonNullable<SaidLine["closed"]>,
  at: number,
): SaidLine[] => said.map((line) => (line === question ? { ...line, closed, closedAt: at } : line));
