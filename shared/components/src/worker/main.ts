import { WorkerSettings } from "@proofroom/domain/infrastructure/component-message";
import { createHopBook } from "../hop-book.ts";
import { runComponent } from "../parent.ts";
import { connectQueue } from "../queue/client.ts";
import { createSay } from "../say.ts";
import { openWorkshop } from "../service/workshop.ts";
import { consume } from "./consume.ts";

runComponent(WorkerSettings, async (settings, { component, now }) => {
  const log = createSay();
  const { workshop, counters, repeatDraw, linger } = openWorkshop(settings, { now, log });
  const hops = createHopBook();
  const keep: typeof hops.keep = (hop) => hops.keep(hop);
  const counts = { done: 0, refused: 0, underWay: 0 };
  // Without a database the steps that need one are refused, and say so.
  if (workshop === null) log("the design has no database; messages stay in their queues");
  else {
    for (const { queue, ...does } of settings.consumes) {
      const { signal } = new AbortController();
      void consume({ ...does, component, queue: connectQueue(queue), workshop, log, keep, counts, signal });
    }
  }
  return {
    port: 0,
    repeatDraw,
    linger,
    counters: () => ({
      ...counters(),
      "messages done": counts.done,
      "messages refused": counts.refused,
      "messages under way": counts.underWay,
    }),
    async trace(requests) {
      await log.flush();
      return hops.of(requests);
    },
  };
});
