import type { Finding } from "@proofroom/domain/design/finding";
import type { Component, Consumer, DesignModel, Endpoint, Operation, Table } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";
import { cachesOf, throughCaches } from "@proofroom/domain/design/through-cache";
import {
  fieldsOfMessages,
  isCalled,
  namesOfMessages,
  plain,
  queuesOf,
  takersOf,
  withQueues,
} from "@proofroom/domain/design/through-queue";
import { throughServices } from "@proofroom/domain/design/through-services";
import { wordsOf } from "@proofroom/domain/design/words";
import type { Node } from "yaml";
import { oneOf } from "../../text/nearest.ts";
import type { Place } from "../../text/lines.ts";
import type { Tell } from "../../text/report.ts";
import { entriesOf, startOf } from "../../text/yaml.ts";
import { checkOperation } from "../steps/check-steps.ts";
import { isSameName } from "../names.ts";
import { readSteps, type StepRead } from "../steps/step-form.ts";
import { linesOfSteps } from "../steps/step-lines.ts";

interface Given {
  drawing: Pick<DesignModel, "components" | "edges">;
  /** With the queues to which they publish. */
  operations: Operation[];
  /** What a worker does with the writes that endpoints hand over, by its queue. */
  handed: ReadonlyMap<string, Step[]>;
  tables: Table[];
  /** `x-workers` of the API document. */
  said: Node | null;
  /** Of the API document. */
  place: (offset: number) => Place;
  tell: Tell;
  find: (finding: Finding) => void;
}

/**
 * What each worker does with the messages of the queue that leads to it: as `x-workers` says, else the writes that are
 * handed to it, else the row that plain names show, `clicks` into `clicks`; else nothing, which is asked and stops no run.
 */
export function consumersOf({ drawing, operations, handed, tables, said, place, tell, find }: Given): Consumer[] {
  const takers = takersOf(drawing);
  const entries = entriesOf(said);
  for (const { key, keyNode } of entries) {
    if (takers.some(({ worker, queue }) => isCalled(worker, key) || isCalled(queue, key))) continue;
    const names = takers.map(({ worker }) => worker.id);
    const hint = names.length === 0 ? "no arrow leads from a queue to a worker" : `there is ${oneOf(names)}`;
    const message = `No worker of the diagram that takes from a queue is called ${key}; ${hint}.`;
    tell({ severity: "error", rule: "x-workers", message, from: startOf(keyNode) });
  }
  return takers.map(({ worker, queue }) => {
    const own =
      entries.find(({ key }) => key === worker.id) ??
      entries.find(({ key }) => isCalled(worker, key)) ??
      entries.find(({ key }) => isCalled(queue, key));
    const read = own === undefined ? null : saidSteps(own.value ?? own.keyNode, worker.id, tables, tell);
    const steps =
      read === null
        ? (handed.get(queue.id) ?? byNames(worker, queue, operations, tables, labelsOf(queue, drawing)) ?? [])
        : read.map(({ step }) => step);
    // Where nothing is published there is nothing to do, which is told of the queue.
    const isPublishedTo = namesOfMessages(operations, queue.id).length > 0;
    if (own === undefined && steps.length === 0 && isPublishedTo) ask(worker, queue, find);
    const published = [{ steps: withQueues(steps, queuesOf(drawing)) }];
    const [used] = throughServices(throughCaches(published, cachesOf(drawing)), drawing);
    const all = used?.steps ?? steps;
    const stepLines = read === null ? {} : { stepLines: linesOfSteps(read, place) };
    return { worker: worker.id, queue: queue.id, steps: all, ...stepLines, words: wordsOf(all) };
  });
}

function saidSteps(node: Node, worker: string, tables: Table[], tell: Tell): StepRead[] {
  let isWhole = true;
  const read = readSteps(node, (at, message) => {
    isWhole = false;
    tell({ severity: "error", rule: "x-workers", message, from: startOf(at ?? node) });
  });
  const steps = read.map(({ step }) => step);
  if (read.length === 0 && isWhole) {
    const message = `x-workers lists what ${worker} does with each message, step by step; there is none yet.`;
    tell({ severity: "error", rule: "x-workers", message, from: startOf(node) });
  }
  checkOperation({ steps, read, isWhole }, { endpoint: endpointOf(worker), tables, isWorker: true, tell });
  return read;
}

/** What the arrows into a queue say that they carry. */
const labelsOf = ({ id }: Component, { edges }: Given["drawing"]): string[] =>
  edges.flatMap(({ to, label }) => (to === id && label !== undefined ? [label] : []));

/** A row of the table that worker, queue, arrow or message is named after, filled from the fields that are called like its columns. */
function byNames(
  worker: Component,
  queue: Component,
  operations: Operation[],
  tables: Table[],
  labels: string[],
): Step[] | null {
  const names = new Set(
    [queue.id, queue.label, worker.id, worker.label, ...labels, ...namesOfMessages(operations, queue.id)]
      .map(plain)
      .filter(Boolean),
  );
  const meant = tables.filter((table) => names.has(plain(table.name)));
  const [table] = meant;
  if (table === undefined || meant.length > 1) return null;
  const fields = fieldsOfMessages(operations, queue.id);
  const values = table.columns.flatMap(({ name, generated }) => {
    const field = fields === null ? name : fields.find((one) => isSameName(one, name));
    return generated || field === undefined ? [] : [[name, `$message.${field}`] as const];
  });
  return values.length === 0 ? null : [{ insert: table.name, values: Object.fromEntries(values) }];
}

function ask(worker: Component, queue: Component, find: Given["find"]): void {
  const message = `What does ${worker.id} do with a message of ${queue.id}? Nothing says it, so it takes each and does nothing. Write it into the API document, at the top level: x-workers: {${worker.id}: [{insert: …, values: {…: $message.…}}]}.`;
  find({ document: "design", line: worker.line ?? 1, column: 1, severity: "question", rule: "worker-unsaid", message });
}

/** A worker in the form in which steps are held against who is sent what. */
const endpointOf = (worker: string): Endpoint => ({
  opId: worker,
  method: "POST",
  path: `/${worker}`,
  line: 1,
  bodyRequired: false,
  parameters: [],
  responses: [],
});
