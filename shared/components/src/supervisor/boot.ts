import type { Blueprint, DeployedKind } from "@proofroom/domain/infrastructure/blueprint";
import type { BootOutcome, BootStep } from "@proofroom/domain/infrastructure/control";
import { poolsOf } from "@proofroom/domain/infrastructure/plan-pools";
import { startStep } from "@proofroom/domain/infrastructure/process-words";
import { soon, stepsOf } from "./boot-steps.ts";
import { type Component, superviseComponent } from "./component.ts";
import { type RunDatabase, superviseDatabase } from "./database.ts";
import type { LogBook } from "./log-book.ts";
import { doorOf, partsOf } from "./parts.ts";
import { fillPools } from "./fill-pools.ts";
import { gatewayNotes } from "./parts/gateway.ts";
import type { PartProcess } from "./parts/part.ts";
import { createPeers } from "./peers.ts";
import { type Standby, superviseStandby } from "./standby.ts";

/** What of a deployment runs; filled as it boots, so that a boot which fails can be cleared away. */
export interface Running {
  database: RunDatabase | null;
  standbys: Standby[];
  components: Component[];
}

export interface BootParts {
  dataDir: string;
  cacheDir: string;
  /** Where components may keep what outlives their restart. */
  keepDir: string;
  book: LogBook;
  record: (pid: number) => void;
  offsetMillis: () => number;
  running: Running;
  tell: (step: BootStep) => void;
  /** Aborts when the deployment is to end; a boot under way then ends too. */
  signal: AbortSignal;
}

/** Starts what the blueprint asks for. The programs load while Postgres starts, and get their settings when it is there. */
export async function boot(blueprint: Blueprint, options: BootParts): Promise<BootOutcome> {
  const { running, book, signal } = options;
  for (const note of [...blueprint.notes, ...gatewayNotes(blueprint)]) book.write("supervisor", "stdout", note);
  const step = stepsOf(options.tell);
  const { parts, connections } = partsOf(blueprint);
  const started: { part: PartProcess; process: Component }[] = [];
  const peers = createPeers(started, options.keepDir);
  // Nobody asks for a peer before all of them are known, in whatever order they stand.
  const known = Promise.withResolvers<void>();
  for (const part of parts) {
    const settings = () => known.promise.then(() => part.settings(peers));
    started.push({ part, process: superviseComponent({ ...options, ...part, entry: programOf(part.kind), settings }) });
  }
  known.resolve();
  running.components.push(...started.map(({ process }) => process));
  const primary = Promise.withResolvers<RunDatabase>();
  const standbys = startStandbys(blueprint, primary.promise, connections, options);

  try {
    if (blueprint.database !== null) {
      const component = blueprint.database.id;
      const database = await step(startStep("database", 1), () =>
        superviseDatabase({ ...options, component, connections }),
      );
      running.database = database;
      primary.resolve(database);
      const refused = await step(
        "apply the schema",
        () => database.apply(blueprint.ddl),
        (wrong) => wrong?.message,
      );
      if (refused !== null) return { outcome: "refused", findings: [refused] };
      const pools = poolsOf(blueprint.operations, blueprint.tables);
      const fill = () => fillPools(database.address, pools);
      const names = pools.map(({ table }) => table).join(" and ");
      if (pools.length > 0) await step(`fill ${names}`, fill, (refused) => refused[0]);
    }
    peers.foundDatabase(running.database?.address ?? null);
    if (standbys.length > 0) {
      await step(startStep("replicadb", standbys.length), async () => {
        for (const standby of await soon(standbys, signal)) await soon([standby.follow()], signal);
      });
    }
    peers.foundStandbys(running.standbys);
    for (const kind of new Set(parts.map((part) => part.kind))) {
      const those = started.filter(({ part }) => part.kind === kind).map(({ process }) => process.listening);
      await step(startStep(kind, those.length), () => soon(those, signal));
    }
    const [door] = await peers.of(doorOf(blueprint));
    return { outcome: "booted", endpoint: `http://127.0.0.1:${door?.port}` };
  } catch (error) {
    return { outcome: "failed", reason: error instanceof Error ? error.message : String(error) };
  } finally {
    peers.close();
    primary.reject(new Error("the boot is over"));
    // Whoever ends this boot stops all that runs: none may come after that.
    await Promise.allSettled(standbys);
  }
}

/** Their data are copied while the primary starts. */
function startStandbys(
  blueprint: Blueprint,
  primary: Promise<RunDatabase>,
  connections: number,
  options: BootParts,
): Promise<Standby>[] {
  const server = primary.then((database) => database.server);
  server.catch(() => {});
  return blueprint.standbys.map(async (drawn) => {
    const standby = await superviseStandby(server, { ...options, ...drawn, connections });
    options.running.standbys.push(standby);
    return standby;
  });
}

const programOf = (kind: DeployedKind): string => new URL(`../${kind}/main.ts`, import.meta.url).pathname;
