import type { RunId } from "@proofroom/domain/id";
import { advance, newRun } from "@proofroom/domain/run/advance";
import type { RunEvent } from "@proofroom/domain/run/event";
import type { Run } from "@proofroom/domain/run/run";
import { type Accessor, createSignal, onCleanup } from "solid-js";
import { fetchRunEvents } from "./api.ts";
import { type Channel, wait } from "./channel.ts";
import { createOrderedFeed } from "./ordered-feed.ts";

const frameMillis = 100;

/** Folds all events, or returns null where they do not follow on the run. */
export function advanceAll(run: Run, events: RunEvent[]): Run | null {
  let next: Run | null = run;
  for (const event of events) next = next === null ? null : advance(next, event);
  return next;
}

/**
 * A run as everybody sees it: its events from the beginning over HTTP, then from the room's channel. Whoever comes late
 * folds the same events. The screen follows at most ten times a second, however fast the log runs.
 */
export function createRun(runId: RunId, startedAt: string, channel: Pick<Channel, "onRun" | "onOpen">): Accessor<Run> {
  const [run, setRun] = createSignal<Run>(newRun(startedAt));
  let waiting: RunEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = () => {
    timer = undefined;
    const events = waiting;
    waiting = [];
    if (events.length === 0) return;
    setRun((before) => advanceAll(before, events) ?? before);
    timer = setTimeout(show, frameMillis);
  };
  const feed = createOrderedFeed<RunEvent>({
    fetchAfter: (seq) => fetchRunEvents(runId, seq),
    deliver(events) {
      waiting.push(...events);
      if (timer === undefined) show();
    },
    wait,
  });
  const stopListening = channel.onRun((event) => {
    if (event.runId === runId) feed.push(event);
  });
  const stopOpening = channel.onOpen(() => void feed.catchUp());
  void feed.catchUp();
  onCleanup(() => {
    clearTimeout(timer);
    stopListening();
    stopOpening();
    feed.close();
  });
  return run;
}
