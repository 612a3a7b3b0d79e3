import type { RunId } from "@proofroom/domain/id";
import { isOver } from "@proofroom/domain/run/over";
import type { RunSummary } from "@proofroom/domain/run/view";
import { type Accessor, createEffect, createMemo, createSignal, on } from "solid-js";
import type { Refusal } from "./answer.ts";
import { fetchRuns } from "./api.ts";
import type { Room } from "./room.tsx";
import { whenBack } from "./when-back.ts";

export interface Runs {
  /** Newest first, each with the status that the room heard last. */
  list: Accessor<RunSummary[]>;
  isLoaded: Accessor<boolean>;
  /** Why the list is not known, where the last question for it was refused. */
  refusal: Accessor<Refusal | undefined>;
  /** Why nothing runs on this installation and what to install; null where runs are on. */
  off: Accessor<string | null>;
  latest: () => RunSummary | undefined;
  /** The run that is looked at: the chosen one, else the latest. */
  shown: Accessor<RunSummary | undefined>;
  choose: (id: RunId | null) => void;
  refresh: () => Promise<void>;
}

/** The runs of a room. A run that the list does not know yet is fetched as soon as the room tells of it. */
export function createRuns(room: Room): Runs {
  const [fetched, setFetched] = createSignal<RunSummary[]>([]);
  const [chosen, choose] = createSignal<RunId | null>(null);
  const [off, setOff] = createSignal<string | null>(null);
  const [isLoaded, setLoaded] = createSignal(false);
  const [refusal, setRefusal] = createSignal<Refusal>();
  const refresh = async () => {
    const answer = await fetchRuns(room.id);
    setLoaded(true);
    setRefusal(answer.ok ? undefined : answer);
    if (!answer.ok) return;
    setFetched(answer.value.runs.toSorted((a, b) => b.number - a.number));
    setOff(answer.value.off);
  };

  const told = createMemo(() => room.live().events.filter((event) => event.type === "run"));
  const list = createMemo(() => {
    const heard = new Map(told().map((event) => [event.runId, event]));
    return fetched().map((run) => {
      const event = heard.get(run.id);
      return event === undefined ? run : { ...run, status: event.status, verdict: event.verdict ?? run.verdict };
    });
  });
  const count = createMemo(() => new Set(told().map((event) => event.runId)).size);
  createEffect(
    on(count, (now, before) => {
      if (before !== undefined && now > before) choose(null);
      void refresh();
    }),
  );

  // How many of its tests passed is told by the list alone.
  const ended = createMemo(() => told().filter(({ status }) => isOver(status)).length);
  createEffect(on(ended, () => void refresh(), { defer: true }));
  whenBack(() => refusal() !== undefined && void refresh());

  const latest = () => list()[0];
  const shown = createMemo(() => list().find((run) => run.id === chosen()) ?? latest());
  return { list, isLoaded, refusal, off, latest, shown, choose, refresh };
}
