import type { DesignModel, Operation, Table } from "@proofroom/domain/design/model";
import type { Step, Value } from "@proofroom/domain/design/step";
import { plainSteps, writes, tableIn } from "@proofroom/domain/design/steps-within";
import { takersOf } from "@proofroom/domain/design/through-queue";
import { asSaid } from "../../text/sentences.ts";
import { routesOf, type Route } from "./later-routes.ts";
import { toldOfWorker } from "./told-of-worker.ts";
import { type Deed, type Get, deedsOf } from "./visit-deeds.ts";
import { withStep } from "./with-step.ts";

interface Given {
  operations: Operation[];
  tables: Table[];
  drawing: Pick<DesignModel, "components" | "edges">;
  /** The design document. */
  design: string;
}

interface Visits {
  operations: Operation[];
  /** What the worker behind a queue does with each visit, by the queue. */
  workers: ReadonlyMap<string, Step[]>;
}

/**
 * Endpoints that lead on somewhere and publish each visit, where the design document has the worker behind such a queue write it
 * down: "the consumer inserts a `click` row and adds one to `clicks`". A row is one of a table that no endpoint writes and that
 * refers to what is visited, and all that it has to hold is known then.
 */
export function visitsLater({ operations, tables, drawing, design }: Given): Visits {
  const none: Visits = { operations, workers: new Map() };
  const all = operations.flatMap(({ steps }) => plainSteps(steps));
  if (all.some((step) => "publish" in step)) return none;
  const written = new Set(all.flatMap((step) => (writes([step]) ? (tableIn(step) ?? []) : [])));
  const isOnly = takersOf(drawing).length === 1;
  const told = routesOf(drawing).map((route) => ({
    route,
    told: toldOfWorker({ design, worker: route.worker, edges: drawing.edges, isOnly }),
  }));
  const workers = new Map<string, Step[]>();
  const visited = operations.map((operation) => {
    if (operation.boundBy === "x-operation") return operation;
    const at = operation.steps.findIndex((step) => "redirect" in step);
    const got = operation.steps.find((step, n): step is Get => n < at && "get" in step);
    if (got === undefined) return operation;
    const able = told.flatMap(({ route, told: words }) => {
      const deeds = deedsOf(got, { tables, written, told: words });
      return deeds.length === 0 ? [] : [{ route, deeds }];
    });
    const [first, ...others] = able;
    if (first === undefined || others.length > 0) return operation;
    workers.set(first.route.queue.id, stepsOf(first.deeds));
    return publishing(operation, at, first);
  });
  return { operations: visited, workers };
}

/** As many steps as there are deeds, which are one where they are said to be. */
function stepsOf(deeds: readonly Deed[]): Step[] {
  const steps = deeds.map(({ step }) => step);
  const isOne = steps.length > 1 && deeds.some(({ isTogether }) => isTogether);
  return isOne ? [{ transaction: steps }] : steps;
}

function publishing(operation: Operation, at: number, { route, deeds }: { route: Route; deeds: Deed[] }): Operation {
  const message: Record<string, Value> = Object.fromEntries(deeds.flatMap((deed) => Object.entries(deed.message)));
  const added = deeds.flatMap(({ step }) => ("insert" in step ? [step.insert] : []))[0];
  const publish: Step = { publish: added ?? route.queue.id, to: route.queue.id, message };
  const drawn = [route.service, route.queue.id, route.worker.id, route.database].join(" -> ");
  const said = [...new Set(deeds.map((deed) => `"${asSaid(deed.said)}"`))].join(" and ");
  return withStep(operation, at, publish, `the design document says ${said}, and ${drawn}`);
}
