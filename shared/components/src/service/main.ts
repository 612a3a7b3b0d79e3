import { createAdaptorServer } from "@hono/node-server";
import { ServiceSettings } from "@proofroom/domain/infrastructure/component-message";
import { listen, runComponent } from "../parent.ts";
import { createSay } from "../say.ts";
import { createApp } from "./app.ts";
import { openDatabase } from "./database.ts";

runComponent(ServiceSettings, async (settings, { component, port, now }) => {
  const database = settings.database === null ? null : openDatabase(settings.database, settings.connections);
  const app = createApp({ ...settings, component, database, now, log: createSay() });
  return {
    port: await listen(createAdaptorServer({ fetch: app.fetch }), port),
    counters: () => ({ statements: database?.statements() ?? 0 }),
  };
});
