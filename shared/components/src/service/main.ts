import { createAdaptorServer } from "@hono/node-server";
import { ServiceSettings } from "@proofroom/domain/infrastructure/component-message";
import { createHopBook } from "../hop-book.ts";
import { listen, runComponent } from "../parent.ts";
import { createSay } from "../say.ts";
import { createApp } from "./app.ts";
import { connectCache } from "../cache/client.ts";
import { connectObjects } from "../objectstore/client.ts";
import { createCache } from "./cache.ts";
import { openDatabase } from "./database.ts";
import { readsFrom } from "./reads.ts";

runComponent(ServiceSettings, async (settings, { component, port, now }) => {
  const database = settings.database === null ? null : openDatabase(settings.database, settings.connections);
  const log = createSay();
  const standbys = settings.standbys.map(({ component: name, ...address }) => ({
    component: name,
    database: openDatabase(address, settings.connections, name),
  }));
  const reads =
    database === null || standbys.length === 0
      ? database
      : readsFrom({ primary: database, replicas: standbys.map((s) => ({ ...s, session: s.database })), log });
  const caches = new Map(settings.caches.map((at) => [at.component, createCache(connectCache(at, log))]));
  const objects = settings.objectStore === null ? null : connectObjects(settings.objectStore);
  const hops = createHopBook();
  const app = createApp({
    ...settings,
    component,
    database,
    reads,
    caches,
    objects,
    now,
    log,
    keep: (hop) => hops.keep(hop),
  });
  return {
    port: await listen(createAdaptorServer({ fetch: app.fetch }), port),
    async trace(requests) {
      await log.flush();
      return hops.of(requests);
    },
    counters: () => ({
      statements: database?.statements() ?? 0,
      ...Object.fromEntries(
        [...caches].flatMap(([id, { counts }]) =>
          Object.entries(counts).map(([name, count]) => [`${name} of ${id}`, count]),
        ),
      ),
      ...Object.fromEntries(standbys.map((s) => [`statements to ${s.component}`, s.database.statements()])),
    }),
  };
});
