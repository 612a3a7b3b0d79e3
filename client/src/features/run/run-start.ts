import { isOver } from "@proofroom/domain/run/over";
import { createSignal } from "solid-js";
import { startRun } from "../../data/api.ts";
import type { Room } from "../../data/room.tsx";
import type { Runs } from "../../data/runs.ts";
import { useAnnounce } from "../../ui/announce.tsx";
import { useToast } from "../../ui/toast.tsx";
import { partsOf } from "./long-reason.ts";

export interface RunStart {
  /** Why Run cannot be pressed now, in words; undefined when it can. */
  whyNot(): string | undefined;
  isStarting(): boolean;
  run(): Promise<void>;
}

interface Options {
  room: Room;
  runs: Runs;
  /** Waits until the room has what was typed here, at most so long; false if it has not. */
  flush: (millis: number) => Promise<boolean>;
  /** What the editors show and the room does not keep, as a sentence; null where it keeps all. */
  notKept: () => string | null;
}

const flushMillis = 2_000;

export function createRunStart({ room, runs, flush, notKept }: Options): RunStart {
  const toast = useToast();
  const announce = useAnnounce();
  const [isStarting, setStarting] = createSignal(false);

  const whyNot = () => {
    if (room.live().state === "ended") return "The room has ended: nothing runs any more.";
    if (!room.may("run.start")) return "Observers watch runs; ask an interviewer to start one.";
    const off = runs.off() ?? notKept();
    if (off !== null) return off;
    const { state } = room.channel.state();
    return state === "open" || state === "connecting" ? undefined : "A run needs a connection. You can go on writing.";
  };

  const run = async () => {
    const reason = whyNot();
    if (reason !== undefined) {
      toast({ icon: "warning", text: partsOf(reason).first });
      return;
    }
    const latest = runs.latest();
    if (isStarting()) return;
    if (latest !== undefined && !isOver(latest.status)) {
      announce.say(`Run ${latest.number} is under way.`);
      runs.choose(null);
      return;
    }
    setStarting(true);
    const isSaved = await flush(flushMillis);
    if (!isSaved)
      toast({ icon: "warning", text: "Your last edits have not reached the room; the run uses what it has." });
    const answer = await startRun(room.id);
    setStarting(false);
    if (answer.ok) {
      announce.say("The run has started.");
      runs.choose(null);
      await runs.refresh();
    } else {
      toast({
        icon: "warning",
        tone: "bad",
        text: `The run did not start. ${answer.message}`,
        action: { label: "Retry", run: () => void run() },
      });
    }
  };

  return { whyNot, isStarting, run };
}
