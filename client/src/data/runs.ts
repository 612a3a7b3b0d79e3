import type { RunId } from "@proofroom/domain/id";
import { type Accessor, createEffect, createMemo, createSignal, on } from "solid-js";
import { fetchRuns, type RunInfo } from "./api.ts";
import type { Room } from "./room.tsx";

export interface Runs {
  /** Newest first, each with the status that the room heard last. */
  list: Accessor<RunInfo[]>;
  latest: () => RunInfo | undefined;
  /** The run that is looked at: the chosen one, else the latest. */
  shown: Accessor<RunInfo | undefined>;
  choose(id: RunId | null): void;
  refresh(): Promise<void>;
}

/** The runs of a room. A run that the list does not know yet is fetched as soon as the room tells of it. */
export function createRuns(room: Room): Runs {
  const [fetched, setFetched] = createSignal<RunInfo[]>([]);
  const [chosen, choose] = createSignal<RunId | null>(null);
  const refresh = async () => {
    const answer = await fetchRuns(room.id);
    if (answer.ok) setFetched(answer.value.toSorted((a, b) => b.number - a.number));
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

  const latest = () => list()[0];
  const shown = createMemo(() => list().find((run) => run.id === chosen()) ?? latest());
  return { list, latest, shown, choose, refresh };
}
