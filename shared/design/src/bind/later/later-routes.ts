import { wordsOfPath } from "../../api/path.ts";
import type { Component, DesignModel, Operation } from "@proofroom/domain/design/model";
import { queuesOf, takersOf } from "@proofroom/domain/design/through-queue";
import { plainSteps, tableIn } from "@proofroom/domain/design/steps-within";
import { stems } from "../names.ts";

type Drawing = Pick<DesignModel, "components" | "edges">;

/** A way from a service to the database that leads through a queue and the worker behind it. */
export interface Route {
  queue: Component;
  worker: Component;
  /** The ends of the way, as they are drawn. */
  service: string;
  database: string;
  /** Whether no arrow leads from the service to the database itself. */
  isOnly: boolean;
  /** What its names and the labels of its arrows speak of. */
  words: ReadonlySet<string>;
  /** What the arrow into the queue says that it carries. */
  carries: ReadonlySet<string>;
  /** What the services that publish into it are called. */
  publisher: ReadonlySet<string>;
  /** What the services are called that do not publish into it and write to a database themselves. */
  writers: ReadonlySet<string>[];
}

/**
 * Whether what is written of these things is another service's: one that is drawn at the database and not at the queue, as
 * a `Link service` beside the `Redirect service` that publishes its clicks.
 */
export function isElsewhere({ writers, publisher, words }: Route, things: readonly string[]): boolean {
  const speaks = (of: ReadonlySet<string>): boolean => things.some((word) => of.has(word));
  if (writers.length === 0 || speaks(publisher)) return false;
  return writers.some(speaks) || !speaks(words);
}

/** A queue from which several workers take is left out: its messages would go to one of them or another. */
export function routesOf(drawing: Drawing): Route[] {
  const { components, edges } = drawing;
  const of = (kind: Component["kind"]): Component[] => components.filter((one) => one.kind === kind);
  const leads = (from: string, to: string): boolean => edges.some((edge) => edge.from === from && edge.to === to);
  const takers = takersOf(drawing);
  return queuesOf(drawing).flatMap((queue) => {
    const [taker, ...others] = takers.filter((one) => one.queue.id === queue.id);
    const services = of("service").filter(({ id }) => leads(id, queue.id));
    const database = of("database").find(({ id }) => taker !== undefined && leads(taker.worker.id, id));
    const [service] = services;
    if (taker === undefined || others.length > 0 || database === undefined || service === undefined) return [];
    const isOnly = !services.some(({ id }) => of("database").some((one) => leads(id, one.id)));
    const into = edges.filter(({ to, label }) => to === queue.id && label !== undefined);
    const carries = wordsOf(into.map(({ label = "" }) => label));
    const names = [queue.id, queue.label, taker.worker.id, taker.worker.label];
    const words = new Set([...wordsOf(names), ...carries]);
    const writers = of("service")
      .filter((one) => !services.includes(one) && of("database").some(({ id }) => leads(one.id, id)))
      .filter(({ id, label }) => !readsOnly.test(`${id} ${label}`))
      .map(calledIn);
    const publisher = new Set(services.flatMap((one) => [...calledIn(one)]));
    const called = { words, carries, publisher, writers };
    return [{ queue, worker: taker.worker, service: service.id, database: database.id, isOnly, ...called }];
  });
}

/** Words that stand on any queue or worker and tell nothing of what goes through it. */
const usual =
  /^(?:queue|topic|stream|event|job|task|message|msg|worker|consumer|bus|async|write|kafka|sqs|rabbitmq|nats|redis|x?\d+|post|put)$/;

const wordsOf = (names: string[]): ReadonlySet<string> =>
  new Set(names.flatMap(stems).filter((word) => word.length > 1 && !usual.test(word)));

const calledIn = ({ id, label }: Component): ReadonlySet<string> => wordsOf([id, label]);

/** What a service is called that only looks things up. */
const readsOnly = /(?<![a-z])(?:read\w*|quer\w*|redirect\w*|resolv\w*|search\w*|lookup|view\w*|list\w*|get)(?![a-z])/i;

/** The words of the thing that an endpoint writes: of its table, and of the end of its path. */
export function thingsOf({ path, steps }: Operation): string[] {
  const last = wordsOfPath(path).at(-1) ?? "";
  const tables = plainSteps(steps).flatMap((step) => ("get" in step ? [] : (tableIn(step) ?? [])));
  return [last, ...tables].flatMap(stems);
}
