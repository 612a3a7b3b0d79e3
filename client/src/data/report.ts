import type { Report } from "@proofroom/domain/interview/report/report";
import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import type { Answer, Refusal } from "./answer.ts";
import { fetchReport, markSelf, retryReport, type SelfMark } from "./report-api.ts";
import type { Room } from "./room.tsx";

/** What is known of a room's report. Each state carries only what is true of it. */
type ReportState =
  | { state: "loading" }
  | { state: "not-ended"; message: string }
  | { state: "refused"; refusal: Refusal }
  | { state: "known"; report: Report };

export interface RoomReport {
  now: Accessor<ReportState>;
  ask: () => void;
  retry: () => Promise<Answer<Report>>;
  /** Shown at once, and taken back where the server refuses it. */
  mark: (item: string, level: SelfMark) => Promise<Answer<void>>;
}

const pollMillis = 2_000;

/**
 * The report of a room, followed while it is written: the room tells of each step, and asking every two seconds stands in
 * for a room that cannot be heard. Belongs to the component that calls it.
 */
export function createReport(room: Pick<Room, "id" | "live">): RoomReport {
  const [now, setNow] = createSignal<ReportState>({ state: "loading" });
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const take = (answer: Answer<Report>) => setNow((before) => stateAfter(before, answer));
  const follow = () => {
    clearTimeout(timer);
    const state = now();
    if (state.state === "known" && state.report.status === "writing") timer = setTimeout(() => void ask(), pollMillis);
  };
  const ask = async () => {
    const mine = ++turn;
    const answer = await fetchReport(room.id);
    if (mine !== turn) return;
    take(answer);
    follow();
  };
  const told = createMemo(() => {
    const last = room.live().events.findLast(({ type }) => type === "report" || type === "state");
    return last?.seq ?? 0;
  });
  createEffect(on(told, () => void ask()));
  onCleanup(() => {
    turn++;
    clearTimeout(timer);
  });

  return {
    now,
    ask: () => void ask(),
    async retry() {
      const mine = ++turn;
      const answer = await retryReport(room.id);
      if (answer.ok && mine === turn) {
        take(answer);
        follow();
      }
      return answer;
    },
    async mark(item, level) {
      const before = selfMarkIn(now(), item);
      setNow((state) => withSelfMark(state, item, level));
      const answer = await markSelf(room.id, item, level);
      if (!answer.ok && selfMarkIn(now(), item) === level) setNow((state) => withSelfMark(state, item, before));
      return answer;
    },
  };
}

/** A report once shown stays while the server cannot be reached; a room that was opened again has none. */
function stateAfter(before: ReportState, answer: Answer<Report>): ReportState {
  if (answer.ok) return { state: "known", report: answer.value };
  if (answer.error === "not-ended") return { state: "not-ended", message: answer.message };
  return before.state === "known" ? before : { state: "refused", refusal: answer };
}

const selfMarkIn = (state: ReportState, item: string): SelfMark | null =>
  state.state === "known" ? (state.report.debrief?.find((one) => one.item === item)?.selfMark ?? null) : null;

function withSelfMark(state: ReportState, item: string, selfMark: SelfMark | null): ReportState {
  if (state.state !== "known") return state;
  const debrief = state.report.debrief?.map((one) => (one.item === item ? { ...one, selfMark } : one));
  return debrief === undefined ? state : { ...state, report: { ...state.report, debrief } };
}
