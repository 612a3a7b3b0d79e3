import type { DesignModel, Operation, Table } from "@proofroom/domain/design/model";
import type { Step, Value } from "@proofroom/domain/design/step";
import { isPlain, plainSteps, tableIn } from "@proofroom/domain/design/steps-within";
import { wordsOf } from "@proofroom/domain/design/words";
import { saidWritten } from "./said-later.ts";
import { routesOf } from "./later-routes.ts";

interface Given {
  operations: Operation[];
  tables: Table[];
  drawing: Pick<DesignModel, "components" | "edges">;
  /** What the design document says of workers, sentence by sentence. */
  ofWorkers: readonly string[];
}

type Get = Extract<Step, { get: string }>;

/**
 * Endpoints that lead on somewhere and publish each visit, where the design document has the worker behind the only such
 * queue write it down: "the consumer inserts a `click` row". The row is one of a table that no endpoint writes and that
 * refers to what is visited, and all that it has to hold is known then.
 */
export function visitsLater({ operations, tables, drawing, ofWorkers }: Given): Operation[] {
  const [route, ...otherRoutes] = routesOf(drawing);
  if (route === undefined || otherRoutes.length > 0 || ofWorkers.length === 0) return operations;
  const all = operations.flatMap(({ steps }) => plainSteps(steps));
  if (all.some((step) => "publish" in step)) return operations;
  const used = new Set(all.map(tableIn));
  return operations.map((operation) => {
    if (operation.boundBy === "x-operation") return operation;
    const at = operation.steps.findIndex((step) => "redirect" in step);
    const got = operation.steps.find((step, n): step is Get => n < at && "get" in step);
    if (got === undefined) return operation;
    const told = tables.flatMap((table) => {
      const said = used.has(table.name) ? null : saidWritten(table.name, ofWorkers);
      const message = said === null ? null : visitOf(table, got);
      return said === null || message === null ? [] : [{ table, said, message }];
    });
    const [one, ...others] = told;
    if (one === undefined || others.length > 0) return operation;
    const publish: Step = { publish: one.table.name, to: route.queue.id, message: one.message };
    const drawn = [route.service, route.queue.id, route.worker.id, route.database].join(" -> ");
    return withStep(operation, at, publish, `the design document says "${one.said}", and ${drawn}`);
  });
}

/** What of a visit its row holds; null where it refers to something else, or has to hold what nobody knows. */
function visitOf({ columns, foreignKeys }: Table, { get, by }: Get): Record<string, Value> | null {
  const key = foreignKeys.find(({ table, columns: own }) => table === get && own.length === 1);
  const [column, referred] = [key?.columns[0], key?.references[0]];
  if (column === undefined || referred === undefined) return null;
  const known = by[referred];
  const message: Record<string, Value> = { [column]: typeof known === "string" ? known : `$${get}.${referred}` };
  for (const { name, type, nullable, generated, default: usual } of columns) {
    if (name === column || nullable || generated || usual !== undefined) continue;
    if (/^timestamp/i.test(type)) message[name] = "$now";
    else if (/^uuid$/i.test(type)) message[name] = { uuid: true };
    else return null;
  }
  return message;
}

/** An endpoint with one more step before that place. */
function withStep(operation: Operation, at: number, step: Step, why: string): Operation {
  const { line, because } = operation;
  const steps = operation.steps.toSpliced(at, 0, step);
  const own = operation.words.slice(0, Math.max(0, operation.words.length - wordsOf(operation.steps).length));
  return {
    ...operation,
    steps,
    stepLines: steps.map((one) => ({ line, inside: isPlain(one) ? [] : [line] })),
    words: [...own, ...wordsOf(steps)],
    because: { capability: because?.capability ?? [], steps: [...(because?.steps ?? []), why] },
  };
}
