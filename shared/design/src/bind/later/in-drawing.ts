import type { Finding } from "@proofroom/domain/design/finding";
import { replicaWords } from "@proofroom/domain/design/from-replica";
import type { Component, Consumer, DesignModel, Operation, Table } from "@proofroom/domain/design/model";
import type { PlainStep } from "@proofroom/domain/design/step";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { cachesOf, forgottenBy, keptBy, throughCaches } from "@proofroom/domain/design/through-cache";
import { throughServices } from "@proofroom/domain/design/through-services";
import { queuesOf, throughQueues } from "@proofroom/domain/design/through-queue";
import { theCache, wordsOf } from "@proofroom/domain/design/words";
import type { Node } from "yaml";
import type { EndpointRead } from "../../api/endpoint.ts";
import type { Place } from "../../text/lines.ts";
import type { Tell } from "../../text/report.ts";
import { checkCalls } from "../steps/check-calls.ts";
import { consumersOf } from "./consumers.ts";
import { writesLater } from "./later.ts";
import { objectsLater } from "./objects-later.ts";
import { visitsLater } from "./visits-later.ts";

interface Given {
  operations: Operation[];
  tables: Table[];
  drawing: Pick<DesignModel, "components" | "edges">;
  /** The endpoints of the API document, in the order of their operations. */
  endpoints: EndpointRead[];
  /** The API document. */
  text: string;
  /** The design document. */
  design: string;
  /** The API document's `x-workers`. */
  workers: Node | null;
  /** Of the API document. */
  place: (offset: number) => Place;
  tell: Tell;
  find: (finding: Finding) => void;
}

/**
 * What endpoints and workers do where the components stand as they are drawn: their steps and words name the caches and
 * queues that they use, and what follows later.
 */
export function inDrawing({
  operations: bound,
  endpoints,
  text,
  design,
  tables,
  drawing,
  workers: said,
  ...given
}: Given): {
  operations: Operation[];
  consumers: Consumer[];
  /** Queues into which nothing goes, and of which nothing is said either. */
  idle: Component[];
} {
  const { place, tell, find } = given;
  const asDrawn = { endpoints, tables, drawing, text, design, find };
  const { operations: written, workers, spokenOf } = writesLater({ operations: bound, ...asDrawn });
  const visits = visitsLater({ operations: written, tables, drawing, design });
  const objects = objectsLater({ operations: visits.operations, tables, drawing, design });
  const { operations } = objects;
  const queues = queuesOf(drawing);
  const used = throughServices(throughQueues(throughCaches(operations, cachesOf(drawing)), queues), drawing);
  const consumers = consumersOf({
    drawing,
    operations: used,
    handed: new Map([...workers, ...visits.workers, ...objects.workers]),
    tables,
    said,
    place,
    tell,
    find,
  });
  checkCalls([...used, ...consumers.map((one) => ({ ...one, line: 1 }))], used, drawing, find);
  const kept = keptBy(used);
  const idle = queues.filter(
    ({ id }) => !spokenOf.has(id) && ![...used, ...consumers].some(({ steps }) => publishesTo(steps, id)),
  );
  const drawn = used.map((operation, n) => {
    const before = operations[n];
    if (before === undefined) return operation;
    for (const step of plainSteps(operation.steps)) tellUnused(step, operation, find);
    const own = before.words.slice(0, Math.max(0, before.words.length - wordsOf(before.steps).length));
    const caching = [...new Set(operation.steps.flatMap((step) => forgottenBy(step, kept)))];
    const forgets = caching.map((id) => `Forgets what ${theCache(id)} held of the row, so that the next read sees it.`);
    const later = consumers
      .filter(({ queue, words }) => words.length > 0 && publishesTo(operation.steps, queue))
      .map(({ worker, words }) => `Later, ${worker}: ${words.join(" ")}`);
    const stated = [...own, ...wordsOf(operation.steps), ...forgets];
    return { ...operation, words: [...stated, ...later, ...replicaWords(operation, drawing)] };
  });
  return { operations: drawn, consumers, idle };
}

const publishesTo = (steps: Operation["steps"], queue: string): boolean =>
  plainSteps(steps).some((step) => "publish" in step && step.to === queue);

/** A cache that is spoken of and not drawn. */
function tellUnused(step: PlainStep, operation: Operation, find: (finding: Finding) => void): void {
  const isAsking = "get" in step ? step.cache !== undefined && step.cache.in === undefined : asksCache(step);
  if (!isAsking) return;
  const message = `${operation.opId} speaks of a cache, and none is used: no arrow of the diagram leads from a service to one, or the read is part of a transaction. Draw one, such as api --> hot[(Redis cache)].`;
  find({
    document: "api",
    line: lineOf(step, operation),
    column: 1,
    severity: "warning",
    rule: "cache-without-effect",
    message,
  });
}

const asksCache = (step: PlainStep): boolean =>
  Object.keys(step).some((key) => key.startsWith("cache.")) && !("in" in step && step.in !== undefined);

function lineOf(step: PlainStep, { steps, stepLines, line }: Operation): number {
  for (const [n, top] of steps.entries()) {
    const lines = stepLines?.[n];
    const at = plainSteps([top]).indexOf(step);
    if (at !== -1) return lines?.inside[at] ?? lines?.line ?? line;
  }
  return line;
}
