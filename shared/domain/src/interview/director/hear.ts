import { never } from "../../never.ts";
import { type DirectorState, type Due, isReply, isUnsolicited, type SaidLine } from "./director-state.ts";
import { onPhase, onPolicy, onUnmute, quieted } from "./hear-clock.ts";
import { onRead, onRun } from "./hear-design.ts";
import { onAnswer, onMessage } from "./hear-people.ts";
import type { Heard, HeardOf } from "../hearing.ts";
import type { Pack } from "../item.ts";
import { withoutAskedAbout } from "./just-written.ts";

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
        ? { ...quieted(state), mutedAt: state.mutedAt ?? event.at, clock: { ...state.clock, muted: true } }
        : onUnmute({ ...state, lastSignAt: event.at, clock: { ...state.clock, muted: false } });
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
        hints: [
          ...state.hints,
          { item: event.item, level: event.level, at: event.at, isToStaff: event.isToStaff === true },
        ],
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
    isToStaff: event.isToStaff === true,
  };
  const heard = { ...state, said: [...closedByWhatIsSaid(state.said, line), line] };
  // What was broken off by a change of policy comes after it, and settles nothing among those whom it speaks to now.
  if (line.isToStaff !== (state.clock.policy === "advisor")) return heard;
  const [first, ...rest] = state.due;
  const answered =
    isReply(kind) && (event.to === undefined || event.to === null || event.to >= (state.unanswered ?? 0));
  return {
    ...heard,
    due: first !== undefined && isWhat(first, kind) ? rest : state.due,
    unanswered: answered ? null : state.unanswered,
    answered: isReply(kind) ? Math.max(state.answered, event.to ?? state.unanswered ?? 0) : state.answered,
    pointed: isReply(kind) ? null : state.pointed,
    mends: kind === "mend" ? state.mends.filter((mend) => mend.topic.id !== topic) : state.mends,
    notAskedAbout: withoutAskedAbout(state, line),
    isArmed: question !== null && (isUnsolicited(kind) || isReply(kind)) ? false : state.isArmed,
  };
}

/**
 * Whoever begins anew from the rows saw no document change: the mend that was told says that the question is closed. One
 * that is asked again is open in its new words alone.
 */
function closedByWhatIsSaid(said: readonly SaidLine[], { kind, question, topic, at }: SaidLine): readonly SaidLine[] {
  const closed = kind === "mend" ? "mended" : question === null ? null : "rephrase";
  if (closed === null || topic === null) return said;
  return said.map((line) =>
    line.closed === null && line.question !== null && line.topic === topic ? { ...line, closed, closedAt: at } : line,
  );
}

const isWhat = (due: Due, kind: SaidLine["kind"]): boolean => {
  if (due.say === "welcome-back" || due.say === "missed") return kind === "notice";
  return due.say === "late-answer" ? isReply(kind) : due.say === kind;
};
