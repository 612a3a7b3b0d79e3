import { createAdaptorServer } from "@hono/node-server";
import { DoingSettings } from "@proofroom/domain/infrastructure/component-message";
import { createHopBook } from "../hop-book.ts";
import { listen, runComponent } from "../parent.ts";
import { createSay } from "../say.ts";
import { createApp } from "./app.ts";
import { openWorkshop } from "./workshop.ts";

runComponent(DoingSettings, async (settings, { component, port, now }) => {
  const log = createSay();
  const { workshop, counters, repeatDraw, linger } = openWorkshop(settings, { now, log });
  const hops = createHopBook();
  const keep: typeof hops.keep = (hop) => hops.keep(hop);
  const app = createApp({ component, operations: settings.operations, workshop, counters, log, keep });
  return {
    port: await listen(createAdaptorServer({ fetch: app.fetch }), port),
    async trace(requests) {
      await log.flush();
      return hops.of(requests);
    },
    counters,
    repeatDraw,
    linger,
  };
});
