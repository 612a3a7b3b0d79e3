import type { Run } from "@proofroom/domain/run/run";
import { type Accessor, createMemo } from "solid-js";
import type { Channel } from "./channel.ts";
import { createRun } from "./run.ts";
import type { Runs } from "./runs.ts";

/** The run that is looked at, folded. It is folded anew only when another run is chosen, not when the list tells news of it. */
export function createShownRun(
  runs: Pick<Runs, "shown">,
  channel: Pick<Channel, "onRun" | "onOpen">,
): Accessor<Run | undefined> {
  const id = createMemo(() => runs.shown()?.id);
  const startedAt = createMemo(() => runs.shown()?.createdAt);
  const folded = createMemo((): Accessor<Run> | undefined => {
    const run = id();
    const at = startedAt();
    return run === undefined || at === undefined ? undefined : createRun(run, at, channel);
  });
  return () => folded()?.();
}
