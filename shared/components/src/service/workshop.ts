import { keptBy } from "@proofroom/domain/design/through-cache";
import type { DoingSettings } from "@proofroom/domain/infrastructure/component-message";
import { connectCache } from "../cache/client.ts";
import { connectObjects } from "../objectstore/client.ts";
import { connectQueue } from "../queue/client.ts";
import { sayingOnce } from "../say.ts";
import { createCache } from "./cache.ts";
import { openDatabase } from "./database.ts";
import { asking, followedRequest } from "./following.ts";
import { followObjects } from "./follow-objects.ts";
import { readsFrom } from "./reads.ts";
import { createDraws, type Draws } from "./draws.ts";
import { createLingering } from "./lingering.ts";
import { connectServices } from "./services.ts";
import type { Workshop } from "./take-steps.ts";

interface Opened {
  /** Null where the design has no database. */
  workshop: Workshop | null;
  counters: () => Record<string, number>;
  repeatDraw: Draws["repeat"];
  /** A connection that is made meanwhile would take longer than what lingers, so all of them are made before. */
  linger: (millis: number) => Promise<void>;
}

/** Connects a service or a worker to all that it uses. */
export function openWorkshop(
  settings: DoingSettings,
  { now, log }: { now: () => Date; log: (line: string) => void },
): Opened {
  const { connections, operations, tables, objectStore } = settings;
  const database = settings.database === null ? null : openDatabase(settings.database, connections);
  const standbys = settings.standbys.map(({ component, ...address }) => ({
    component,
    session: openDatabase(address, connections, component),
  }));
  const caches = new Map(settings.caches.map((at) => [at.component, createCache(connectCache(at, log), at.component)]));
  const queues = new Map(settings.queues.map((at) => [at.component, connectQueue(at)]));
  const draws = createDraws();
  const lingering = createLingering();
  const shared = {
    tables: new Map(tables.map((table) => [table.name, table])),
    caches,
    kept: keptBy(operations),
    objects: objectStore === null ? null : followObjects(connectObjects(objectStore), objectStore.component),
    services: connectServices(settings.services),
    async publish(id: string, message: unknown) {
      const queue = queues.get(id);
      if (queue === undefined) throw new Error(`no arrow leads from here to the queue ${id}`);
      await asking(
        { to: id, what: () => `publish ${JSON.stringify(message)}` },
        () => queue.publish(message, followedRequest()),
        () => ({ came: "kept", isRefused: false }),
      );
    },
    now,
    draws,
    afterLook: lingering.afterLook,
    sayOnce: sayingOnce(log),
  };
  const reads =
    database === null || standbys.length === 0 ? database : readsFrom({ primary: database, replicas: standbys, log });
  return {
    workshop: database === null || reads === null ? null : { ...shared, database, reads },
    repeatDraw: (text, isNew) => draws.repeat(text, isNew),
    async linger(millis) {
      if (millis > 0) await database?.connectAll();
      lingering.set(millis);
    },
    counters: () => ({
      statements: database?.statements() ?? 0,
      ...Object.fromEntries(
        [...caches].flatMap(([id, { counts }]) =>
          Object.entries(counts).map(([name, count]) => [`${name} of ${id}`, count]),
        ),
      ),
      ...Object.fromEntries(standbys.map((s) => [`statements to ${s.component}`, s.session.statements()])),
    }),
  };
}
