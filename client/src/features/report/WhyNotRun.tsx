import type { RunId } from "@proofroom/domain/id";
import { createMemo, Show } from "solid-js";
import { useRoom } from "../../data/room.tsx";
import { createRun } from "../../data/run.ts";
import { firstError } from "../run/stages.ts";

/** What kept a run from its tests, as its own events tell it; nothing where they do not. */
export function WhyNotRun(props: { runId: RunId }) {
  const room = useRoom();
  // When it began is not shown here.
  const run = createMemo(() => createRun(props.runId, "", room.channel));
  return <Show when={firstError(run()())}>{(why) => <span class="muted">{why()}</span>}</Show>;
}
