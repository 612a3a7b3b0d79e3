import { advanceClock } from "../clock.ts";
import { type DirectorState, type Due, heardHere, saidNow } from "./director-state.ts";
import type { HeardOf } from "../hearing.ts";
import { askedSince } from "./missed.ts";
import { mayHear } from "./restraint.ts";

/** A phase begins or stops: what is owed then is said at once. */
export function onPhase(state: DirectorState, event: HeardOf<"phase">): DirectorState {
  const left = state.clock.phase?.id;
  const wasPausedAt = state.clock.phase?.pausedAt;
  const phase = event.action === "start" || event.action === "next" ? event.phase : (left ?? "clarify");
  const clock = advanceClock(state.clock, {
    type: "phase",
    action: event.action,
    phase,
    by: null,
    seq: 0,
    at: new Date(event.at).toISOString(),
    ...("minutes" in event ? { minutes: event.minutes } : {}),
  });
  const moved = { ...state, clock, lastSignAt: event.at };
  switch (event.action) {
    case "start":
      return withDue({ ...moved, people: Math.max(1, state.people) }, [{ say: "goal" }]);
    case "next":
      return withDue({ ...moved, isArmed: false }, [
        // Of a phase that is over already nobody needs the goal; its recap may come.
        ...state.due.filter((due) => due.say !== "goal"),
        ...(left === undefined ? [] : [{ say: "recap" as const, of: left }]),
        { say: "goal" },
      ]);
    case "pause":
      return quieted(moved);
    case "resume": {
      if (wasPausedAt === null || wasPausedAt === undefined) return moved;
      const since = new Date(wasPausedAt).getTime();
      const welcome: Due[] = event.at - since < 60_000 ? [] : [{ say: "welcome-back" }];
      return withDue(moved, [...welcome, ...missedSince(moved, since, "paused")]);
    }
    case "extend":
      return moved;
  }
}

/** Switched on in mid-interview, or heard by the candidate for the first time, it greets; switched off, it forgets what it wanted to say. */
export function onPolicy(state: DirectorState, { policy, at }: HeardOf<"policy">): DirectorState {
  const isElsewhere = (policy === "advisor") !== (state.clock.policy === "advisor");
  const moved = { ...state, lastSignAt: at, clock: { ...state.clock, policy } };
  const changed = isElsewhere ? amongOthers(moved) : moved;
  if (policy === "off") return quieted(changed);
  return owesGreeting(changed) ? withDue(changed, [{ say: "goal" }]) : changed;
}

/** Who speaks to other people from now on owes them no answer to what was asked elsewhere, and quotes none of it. */
const amongOthers = (state: DirectorState): DirectorState => ({
  ...state,
  due: state.due.filter(({ say }) => say !== "missed" && say !== "late-answer"),
  unanswered: null,
  answered: heardHere(state, state.messages).at(-1)?.seq ?? 0,
});

/** Muted, it let phases and questions pass without a word: it says where one is now, and answers the last of the questions. */
export function onUnmute(state: DirectorState): DirectorState {
  return withDue({ ...state, mutedAt: null }, [...phaseSince(state), ...missedSince(state, state.mutedAt, "muted")]);
}

/** What is owed to those who asked since the interviewer fell silent: that it was, and the answer to the last of them. */
function missedSince(state: DirectorState, since: number | null, why: "muted" | "paused"): Due[] {
  const last = askedSince(state, since).at(-1);
  if (last === undefined) return [];
  return [
    { say: "missed", to: last.seq, why },
    { say: "late-answer", to: last.seq },
  ];
}

/** What is owed for the phase that began while it was muted; of several that passed only the last is summed up. */
function phaseSince({ clock, mutedAt }: DirectorState): Due[] {
  const [here, before] = clock.taken.toReversed();
  if (here === undefined || mutedAt === null || new Date(here.startedAt).getTime() < mutedAt) return [];
  return [...(before === undefined ? [] : [{ say: "recap" as const, of: before.id }]), { say: "goal" }];
}

/** What waited to be said is not said later, when nobody expects it any more. */
export const quieted = (state: DirectorState): DirectorState => ({
  ...state,
  due: [],
  unanswered: null,
  pointed: null,
});

/** Whether those whom it speaks to were never told who takes part, what is kept and what it cannot do. */
const owesGreeting = (state: DirectorState): boolean =>
  state.clock.phase !== null && !saidNow(state).some((line) => line.kind === "greeting");

/** A greeting that nobody could hear yet, as it fell into silence, comes before all else. */
function withDue(state: DirectorState, due: Due[]): DirectorState {
  if (!mayHear(state)) return state;
  if (!owesGreeting(state)) return { ...state, due };
  const rest = due.filter(({ say }) => say !== "greeting" && say !== "welcome-back");
  const goal: Due[] = rest.some(({ say }) => say === "goal") ? [] : [{ say: "goal" }];
  return { ...state, due: [{ say: "greeting" }, ...goal, ...rest] };
}
