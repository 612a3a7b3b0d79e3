import type { Finding, Fix } from "@proofroom/domain/design/finding";
import type { DesignModel, Operation, Table } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";
import { writes } from "@proofroom/domain/design/steps-within";
import type { EndpointRead } from "../../api/endpoint.ts";
import { queuesOf } from "@proofroom/domain/design/through-queue";
import { successIn } from "../../api/success.ts";
import { oneOf } from "../../text/nearest.ts";
import { needOf } from "../asking/answer-needs.ts";
import { handOver, publishing, type ToHand } from "./hand-over.ts";
import { handedOver } from "./handed-over.ts";
import { madeBefore } from "../convention/made-before.ts";
import { saidLater, saidOfWorkers } from "./said-later.ts";
import { isElsewhere, type Route, routesOf, thingsOf } from "./later-routes.ts";
import { unlooked } from "../documents/unlooked.ts";
import { writeOperation } from "../steps/write-operation.ts";

interface Given {
  operations: Operation[];
  /** The endpoints, in the order of their operations, as they stand in the document. */
  endpoints: EndpointRead[];
  tables: Table[];
  drawing: Pick<DesignModel, "components" | "edges">;
  /** The API document. */
  text: string;
  /** The design document. */
  design: string;
  find: (finding: Finding) => void;
}

interface Later {
  operations: Operation[];
  /** What the worker behind a queue does with what was handed over, by the queue. */
  workers: ReadonlyMap<string, Step[]>;
  /** Queues of which it is asked what goes through them, or told why nothing does. */
  spokenOf: ReadonlySet<string>;
}

/**
 * Writes that happen after the answer. An endpoint whose document spells out no steps hands its write to a queue where it
 * answers 202, or where its service reaches the database no other way, or where the arrow says that it carries the very
 * thing, or the design document says that the worker writes it; where a queue is only called like it, that is asked. What
 * needs the row for its answer is done at once; what the service makes up itself it knows before.
 */
export function writesLater({ operations, endpoints, tables, drawing, text, design, find }: Given): Later {
  const routes = routesOf(drawing);
  if (routes.length === 0) return { operations, workers: new Map(), spokenOf: new Set() };
  const handed = new Map<Operation, ToHand>();
  const spokenOf = new Set<string>();
  const ofWorkers = saidOfWorkers(design);
  for (const [n, operation] of operations.entries()) {
    if (operation.boundBy === "x-operation" || !writes(operation.steps)) continue;
    const fitting = fittingOf(operation, routes, ofWorkers);
    const [first] = fitting.routes;
    const { parts, need, isMadeBefore } = takenApart(operation, tables);
    if (first === undefined || parts === null) continue;
    const tell = { document: "api" as const, line: operation.line, column: 1 };
    if (need === null && fitting.isSure) {
      handed.set(operation, { ...parts, route: first, why: fitting.why });
      const given = { tables, texts: [text, design], worker: first.worker.id };
      const message = isMadeBefore ? unlooked(operation, parts.steps, given) : null;
      if (message !== null) find({ ...tell, severity: "warning", rule: "answered-unlooked", message });
      continue;
    }
    for (const { queue } of fitting.routes) spokenOf.add(queue.id);
    if (need === null) {
      const workers = oneOf(fitting.routes.map(({ worker }) => worker.id));
      const message = `Does ${operation.opId} write at once, or does ${workers} do it later (${fitting.why})? Until it is said, it writes at once.`;
      const read = endpoints[n];
      const fixes = read === undefined ? [] : choices(read, operation, parts, fitting, text);
      find({ ...tell, severity: "question", rule: "at-once-or-later", message, fixes });
    } else if (fitting.isSure)
      find({ ...tell, severity: "warning", rule: "not-later", message: notLater(operation, first, need) });
  }
  return { ...handOver(operations, handed, queuesOf(drawing)), spokenOf };
}

type Parts = Pick<ToHand, "message" | "steps" | "answer" | "idempotency" | "name">;

/** The parts of an endpoint's steps, and what of the row it needs for its answer nevertheless. */
function takenApart(
  operation: Operation,
  tables: Table[],
): { parts: Parts | null; need: string | null; isMadeBefore?: true } {
  const need = needOf(operation, tables);
  if (need === null) return { parts: partsOf(operation), need };
  const made = madeBefore(operation);
  if (made === null || needOf(operation, tables, made.known) !== null) return { parts: partsOf(operation), need };
  // A repeated request is answered with what the first one made.
  return { parts: { ...made, name: made.table, idempotency: operation.idempotency }, need: null, isMadeBefore: true };
}

/** A click writes what is done into the API document; of what is not an insert names do not say what the worker does. */
function choices(read: EndpointRead, operation: Operation, parts: Parts, { routes }: Fitting, text: string): Fix[] {
  const { steps, idempotency } = operation;
  const now: Fix = { label: "It writes at once", edits: [writeOperation(text, read, { steps, idempotency })] };
  if (parts.steps.some((step) => !("insert" in step))) return [now];
  const later = routes.map((route): Fix => {
    const label = `It publishes to ${route.queue.id}, and ${route.worker.id} writes later`;
    const all = [publishing(parts, parts.message, route), ...parts.answer];
    return { label, edits: [writeOperation(text, read, { steps: all, idempotency: parts.idempotency })] };
  });
  return [...later, now];
}

interface Fitting {
  routes: Route[];
  isSure: boolean;
  /** What in the design speaks for it. */
  why: string;
}

function fittingOf(operation: Operation, all: Route[], ofWorkers: string[]): Fitting {
  const status = successIn(operation.responses)?.status;
  const things = thingsOf(operation);
  const routes = all.filter((route) => !isElsewhere(route, things));
  const named = routes.filter(({ words }) => things.some((word) => words.has(word)));
  const shown = named.length > 0 ? named : routes;
  if (status === 202) return { routes: shown, isSure: shown.length === 1, why: `it answers 202, and ${drawn(shown)}` };
  const said = saidLater(things, ofWorkers);
  if (said !== null) {
    return {
      routes: shown,
      isSure: shown.length === 1,
      why: `the design document says "${said}", and ${drawn(shown)}`,
    };
  }
  const only = shown.filter(({ isOnly }) => isOnly);
  if (only.length > 0) {
    return {
      routes: only,
      isSure: only.length === 1,
      why: `its service reaches the database by no other arrow: ${drawn(only)}`,
    };
  }
  const carried = named.filter(({ carries }) => things.some((word) => carries.has(word)));
  if (carried.length > 0 && status !== 201) {
    return {
      routes: carried,
      isSure: carried.length === 1,
      why: `the arrow says that it carries it: ${drawn(carried)}`,
    };
  }
  return {
    routes: named,
    isSure: false,
    why: `${drawn(named)}, and ${named[0]?.service ?? ""} leads there itself too`,
  };
}

const drawn = (routes: Route[]): string =>
  routes
    .map(({ service, queue, worker, database }) => [service, queue.id, worker.id, database].join(" -> "))
    .join(", ");

/** The write, and the answer behind it. */
function partsOf({ steps, idempotency }: Operation): Parts | null {
  const answer = steps.filter((step) => "return" in step);
  const work = steps.filter((step) => !("return" in step));
  const handed =
    answer.length > 1 || (answer.length === 1 && steps.at(-1) !== answer[0]) ? null : handedOver(work, idempotency);
  return handed === null ? null : { ...handed, answer };
}

const notLater = (operation: Operation, { queue, worker }: Route, need: string): string =>
  `${operation.opId} writes at once, although ${queue.id} leads to ${worker.id}: ${need}, which is known only once it is written. Leave that out of its answers, and the write is handed to ${queue.id}.`;
