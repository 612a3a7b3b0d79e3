import { ToService } from "@proofroom/domain/infrastructure/component-message";
import { serve } from "@hono/node-server";
import { fromSupervisor, tellSupervisor } from "../parent.ts";
import { createSay } from "../say.ts";
import { createApp } from "./app.ts";
import { openDatabase } from "./database.ts";

let offsetMillis = 0;

fromSupervisor((message) => {
  const told = ToService.parse(message);
  if (told.type === "clock") {
    offsetMillis = told.offsetMillis;
    tellSupervisor({ type: "clock", offsetMillis });
    return;
  }
  const { settings } = told;
  offsetMillis = settings.offsetMillis;
  const app = createApp({
    ...settings,
    database: settings.database === null ? null : openDatabase(settings.database, settings.connections),
    now: () => new Date(Date.now() + offsetMillis),
    log: createSay(),
  });
  serve({ fetch: app.fetch, port: settings.port, hostname: "127.0.0.1" }, ({ port }) => {
    tellSupervisor({ type: "listening", port });
  });
});
