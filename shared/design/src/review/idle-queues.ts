import type { Component, Operation } from "@proofroom/domain/design/model";
import { plainSteps, tableIn } from "@proofroom/domain/design/steps-within";
import { stems } from "../bind/names.ts";
import { sensesOf } from "../bind/sense.ts";
import { publish } from "../snippets/publish.ts";
import { speakable } from "../snippets/site.ts";
import type { Tell } from "../text/report.ts";
import { fixOf, type Seen, type Served } from "./seen.ts";

/** As many as a finding has room for. */
const mostFixes = 4;

/** Queues into which nothing goes: which endpoint publishes there is one click, the one that the names speak of first. */
export function reviewIdleQueues(idle: Component[], bound: Served[], seen: Seen, tell: Tell): void {
  const tables = speakable(seen.schema?.tables ?? []);
  const senses = sensesOf(seen.capabilities);
  for (const queue of idle) {
    const at = seen.drawing?.drawn.find(({ component }) => component.id === queue.id)?.at ?? 0;
    const words = wordsAround(queue, seen);
    const fixes = bound
      .map((served, n) => ({ served, weight: likely(served.operation, words) + n / 1_000 }))
      .toSorted((a, b) => b.weight - a.weight)
      .map(({ served }) => served)
      .flatMap((served) => {
        const capability = seen.capabilities[served.operation.capability ?? ""];
        const offers = publish({ seen, ...served, capability, tables, senses, queues: [queue] });
        return offers.map(({ edits }) => fixOf(`${served.operation.opId} publishes to ${queue.id}`, edits));
      })
      .slice(0, mostFixes);
    tell({
      severity: "warning",
      rule: "queue-unused",
      message: `No endpoint publishes to ${queue.id}, so nothing is done later. Write into its x-operation what goes there, such as - publish: ${queue.id}.`,
      from: at,
      to: at + queue.id.length,
      fixes,
    });
  }
}

function wordsAround({ id, label }: Component, { drawing }: Seen): Set<string> {
  const edges = drawing?.edges.filter(({ from, to }) => from === id || to === id) ?? [];
  const takers = edges.flatMap(
    ({ to }) => drawing?.drawn.find(({ component }) => component.id === to)?.component ?? [],
  );
  const names = [id, label, ...edges.map((edge) => edge.label ?? ""), ...takers.flatMap((one) => [one.id, one.label])];
  return new Set(names.flatMap(stems));
}

const visits = ["click", "visit", "view", "hit", "redirect", "analytic", "statistic", "stat", "metric", "count"];

/** Whose words the drawing speaks; a visit is what is redirected; else whoever writes, the last of them most. */
function likely({ opId, capability, steps }: Operation, words: ReadonlySet<string>): number {
  const own = [opId, capability ?? "", ...plainSteps(steps).flatMap((step) => tableIn(step) ?? [])].flatMap(stems);
  const isVisit = plainSteps(steps).some((step) => "redirect" in step) && visits.some((word) => words.has(word));
  const isChange = plainSteps(steps).some((step) => "insert" in step || "update" in step);
  return 2 * Number(own.some((word) => words.has(word))) + 4 * Number(isVisit) + Number(isChange);
}
