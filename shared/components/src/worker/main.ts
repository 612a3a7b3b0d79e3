import { WorkerSettings } from "@proofroom/domain/infrastructure/component-message";
import { runComponent } from "../parent.ts";
import { connectQueue } from "../queue/client.ts";
import { createSay } from "../say.ts";
import { openWorkshop } from "../service/workshop.ts";
import { consume } from "./consume.ts";

runComponent(WorkerSettings, async (settings, { component, now }) => {
  const log = createSay();
  const { workshop, counters } = openWorkshop(settings, { now, log });
  // Without a database the steps that need one are refused, and say so.
  if (workshop === null) log("the design has no database; messages stay in their queues");
  else {
    for (const { queue, steps } of settings.consumes) {
      void consume({
        component,
        queue: connectQueue(queue),
        steps,
        workshop,
        log,
        signal: new AbortController().signal,
      });
    }
  }
  return { port: 0, counters };
});
