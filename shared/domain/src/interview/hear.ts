import { DocumentName } from "../document/document.ts";
import { type ClockMove, advanceClock } from "./clock.ts";
import { claimsIn } from "./claims.ts";
import { coverageOf } from "./coverage.ts";
import { designFacts } from "./design-facts.ts";
import { type DirectorState, type Due, isReply, isUnsolicited, openQuestion, type SaidLine } from "./director-state.ts";
import type { Heard } from "./hearing.ts";
import type { Pack } from "./item.ts";
import { carryAges } from "./line-ages.ts";
import { vocabularyOf } from "./mentions.ts";
import { meaningOf, withoutAddress } from "./meaning.ts";
import { mayHear } from "./restraint.ts";
import { topicsOfRun } from "./run-topics.ts";
import { mendOf, topicsOf } from "./topics.ts";
import { never } from "../never.ts";

type HeardOf<T extends Heard["type"]> = Extract<Heard, { type: T }>;

/** Folds one event into the state. Pure: the same events and pack give the same state. */
export function hear(pack: Pack, state: DirectorState, event: Heard): DirectorState {
  switch (event.type) {
    case "opened":
      return {
        ...state,
        mode: event.mode,
        people: event.people,
        clock: { ...state.clock, policy: event.policy },
      };
    case "phase":
      return onPhase(state, event);
    case "policy":
      return onPolicy(state, event);
    case "mute":
      return event.muted
        ? { ...quieted(state), clock: { ...state.clock, muted: true } }
        : { ...state, clock: { ...state.clock, muted: false } };
    case "message":
      return onMessage(pack, state, event);
    case "said":
      return onSaid(state, event);
    case "answer":
      return onAnswer(pack, state, event);
    case "hint":
      return {
        ...state,
        lastSignAt: event.at,
        hints: [...state.hints, { item: event.item, level: event.level, at: event.at }],
      };
    case "typing":
      return { ...state, lastKeyAt: event.at, lastSignAt: event.at };
    case "read":
      return onRead(pack, state, event);
    case "run":
      return onRun(pack, state, event);
    case "present":
      return { ...state, people: event.people };
    case "checked":
      return { ...state, lastSignAt: event.at };
    case "ended":
      return { ...quieted(state), isOver: true };
    default:
      return never(event);
  }
}

/** What waited to be said is not said later, when nobody expects it any more. */
const quieted = (state: DirectorState): DirectorState => ({ ...state, due: [], unanswered: null, pointed: null });

const withDue = (state: DirectorState, due: Due[]): DirectorState => (mayHear(state) ? { ...state, due } : state);

function onPhase(state: DirectorState, event: HeardOf<"phase">): DirectorState {
  const left = state.clock.phase?.id;
  const wasPausedAt = state.clock.phase?.pausedAt;
  const move: ClockMove =
    event.action === "start" ? event : event.action === "extend" ? event : { action: event.action };
  const phase = event.action === "start" || event.action === "next" ? event.phase : (left ?? "clarify");
  const clock = advanceClock(state.clock, {
    type: "phase",
    action: move.action,
    phase,
    by: null,
    seq: 0,
    at: new Date(event.at).toISOString(),
    ...("minutes" in move ? { minutes: move.minutes } : {}),
  });
  const moved = { ...state, clock, lastSignAt: event.at };
  switch (event.action) {
    case "start":
      return withDue({ ...moved, people: Math.max(1, state.people) }, [{ say: "greeting" }, { say: "goal" }]);
    case "next":
      return withDue(moved, [...(left === undefined ? [] : [{ say: "recap" as const, of: left }]), { say: "goal" }]);
    case "pause":
      return quieted(moved);
    case "resume": {
      const away = wasPausedAt === null || wasPausedAt === undefined ? 0 : event.at - new Date(wasPausedAt).getTime();
      return away < 60_000 ? moved : withDue(moved, [{ say: "welcome-back" }]);
    }
    case "extend":
      return moved;
  }
}

function onPolicy(state: DirectorState, { policy }: HeardOf<"policy">): DirectorState {
  const changed = { ...state, clock: { ...state.clock, policy } };
  if (policy === "off") return quieted(changed);
  const isNew = state.clock.phase !== null && !state.said.some((line) => line.kind === "greeting");
  return isNew ? withDue(changed, [{ say: "greeting" }, { say: "goal" }]) : changed;
}

function onMessage(pack: Pack, state: DirectorState, event: HeardOf<"message">): DirectorState {
  const { seq, at, person, text, addressed } = event;
  const meaning = addressed ? meaningOf(pack, state, text) : "talk";
  const open = openQuestion(state);
  const answers = addressed && meaning === "answer" ? open : null;
  const message = {
    seq,
    at,
    person,
    text: withoutAddress(text),
    addressed,
    meaning,
    item: answers?.question?.item ?? null,
    answers: answers?.seq ?? null,
  };
  const claims = claimsIn(message.text, () => ({ kind: "message", seq }), at);
  const closes = answers ?? (addressed && meaning === "nothing" ? open : null);
  const heard: DirectorState = {
    ...state,
    messages: [...state.messages, message],
    said: closes === null ? state.said : closeQuestion(state.said, closes.seq, "words", at),
    chatWords: new Set([...state.chatWords, ...vocabularyOf([message.text])]),
    chatClaims: claims.length === 0 ? state.chatClaims : [...state.chatClaims, ...claims],
    unanswered: addressed && mayHear(state) ? seq : state.unanswered,
    lastSignAt: at,
    lastTalkAt: addressed ? state.lastTalkAt : at,
  };
  return reckoned(pack, heard, at);
}

const closeQuestion = (
  said: readonly SaidLine[],
  seq: number,
  closed: NonNullable<SaidLine["closed"]>,
  at: number,
): SaidLine[] => said.map((line) => (line.seq === seq ? { ...line, closed, closedAt: at } : line));

function onSaid(state: DirectorState, event: HeardOf<"said">): DirectorState {
  const { seq, at, kind, text, question, topic, probe, place } = event;
  const line: SaidLine = {
    seq,
    at,
    kind,
    text,
    question,
    topic,
    probe,
    place,
    phase: state.clock.phase?.id ?? null,
    closed: null,
    closedAt: null,
  };
  const [first, ...rest] = state.due;
  const answered =
    isReply(kind) && (event.to === undefined || event.to === null || event.to >= (state.unanswered ?? 0));
  return {
    ...state,
    said: [...state.said, line],
    due: first !== undefined && isWhat(first, kind) ? rest : state.due,
    unanswered: answered ? null : state.unanswered,
    pointed: isReply(kind) ? null : state.pointed,
    mends: kind === "mend" ? state.mends.filter((mend) => mend.topic.id !== topic) : state.mends,
    isArmed: question !== null && (isUnsolicited(kind) || isReply(kind)) ? false : state.isArmed,
  };
}

const isWhat = (due: Due, kind: SaidLine["kind"]): boolean =>
  due.say === kind || (due.say === "welcome-back" && kind === "notice");

function onAnswer(pack: Pack, state: DirectorState, event: HeardOf<"answer">): DirectorState {
  const { question: seq, answer, place, at } = event;
  const line = state.said.find((one) => one.seq === seq);
  if (line === undefined || line.question === null) return state;
  if (answer === "rephrase") return { ...state, lastSignAt: at };
  const { item } = line.question;
  const said = closeQuestion(state.said, seq, answer, at);
  const closed: DirectorState = { ...state, said, lastSignAt: at, isArmed: true };
  if (answer !== "point" || place === null) return closed;
  const pointed = { ...closed, pointed: mayHear(state) ? place : null };
  if (item === null) return pointed;
  return reckoned(pack, { ...pointed, points: [...state.points, { item, place, at }] }, at);
}

function onRead(pack: Pack, state: DirectorState, event: HeardOf<"read">): DirectorState {
  const { reading, changed, at } = event;
  const before = state.reading;
  const writtenAt = { ...state.writtenAt };
  for (const name of DocumentName.options) {
    if (before?.texts[name] === reading.texts[name]) continue;
    const lines = new Set(changed.filter((one) => one.document === name).flatMap((one) => one.lines));
    writtenAt[name] =
      before === null
        ? reading.texts[name].split("\n").map((_, n) => (lines.has(n + 1) ? at : 0))
        : carryAges(before.texts[name], state.writtenAt[name], reading.texts[name], at);
  }
  const isSame = before !== null && DocumentName.options.every((name) => before.texts[name] === reading.texts[name]);
  const isEdit = changed.length > 0;
  const known = new Map(state.documentClaims.map((claim) => [claim.quote, claim.at]));
  const source = (line: number) =>
    ({ kind: "document", document: "design", version: reading.versions.design, line }) as const;
  const documentClaims = claimsIn(reading.texts.design, source, at).map((claim) => ({
    ...claim,
    at: known.get(claim.quote) ?? at,
  }));
  const read: DirectorState = {
    ...state,
    reading,
    writtenAt,
    documentClaims,
    documentWords: isSame ? state.documentWords : vocabularyOf(Object.values(reading.texts)),
    ...(isEdit ? { lastKeyAt: at, lastEditAt: at, lastSignAt: at, isArmed: true } : {}),
  };
  return reckoned(pack, read, at);
}

function onRun(pack: Pack, state: DirectorState, event: HeardOf<"run">): DirectorState {
  const { at, runId, number, verdict, results } = event;
  const runs = [...state.runs, { runId, number, at, results }];
  const runTopics = topicsOfRun({ runId, number, verdict, results }, state.reading);
  return reckoned(pack, { ...state, runs, runTopics, lastSignAt: at }, at);
}

/** Facts, topics and coverage anew from all that is known. */
function reckoned(pack: Pack, state: DirectorState, at: number): DirectorState {
  const { reading } = state;
  const claims = [...state.chatClaims, ...state.documentClaims];
  const facts = reading === null ? state.facts : designFacts(reading, claims);
  const topics = reading === null ? [] : topicsOf({ reading, claims, facts });
  const seen = { messages: state.messages, reading, facts, runs: state.runs, points: state.points };
  const coverage = new Map(
    pack.items.map((item) => {
      const now = coverageOf(item, seen);
      const before = state.coverage.get(item.id);
      return [item.id, { ...now, since: before?.state === now.state ? before.since : at }];
    }),
  );
  return mended({ ...state, facts, topics, coverage }, state, at);
}

/** Notices topics that were asked about and are gone; a document that broke or was emptied mends nothing. */
function mended(state: DirectorState, before: DirectorState, at: number): DirectorState {
  const { reading } = state;
  if (reading === null) return state;
  const holds = new Set(state.topics.map((topic) => topic.id));
  const asked = new Set(
    state.said.flatMap((line) => (line.question === null || line.topic === null ? [] : [line.topic])),
  );
  const named = new Set(
    state.said.flatMap((line) => (line.kind === "mend" && line.topic !== null ? [line.topic] : [])),
  );
  const isSound = (name: keyof typeof reading.texts) =>
    reading.texts[name].trim() !== "" &&
    !reading.model.findings.some((finding) => finding.document === name && finding.severity === "error");
  const gone = before.topics.filter(
    (topic) =>
      !holds.has(topic.id) && asked.has(topic.id) && !named.has(topic.id) && isSound(topic.place?.document ?? "design"),
  );
  const now = { reading, facts: state.facts };
  const news = gone.map((topic) => ({ topic, at, text: mendOf(topic, now) })).filter((mend) => mend.text !== "");
  const mends = [...state.mends.filter((mend) => !holds.has(mend.topic.id)), ...news];
  const closed = new Set(gone.map((topic) => topic.id));
  const said =
    gone.length === 0
      ? state.said
      : state.said.map((line) =>
          line.closed === null && line.topic !== null && closed.has(line.topic)
            ? { ...line, closed: "mended" as const, closedAt: at }
            : line,
        );
  return { ...state, mends, said };
}
