import type { Finding } from "@proofroom/domain/design/finding";
import type { DesignModel, Operation } from "@proofroom/domain/design/model";
import { replicaWords } from "@proofroom/domain/design/from-replica";
import type { PlainStep } from "@proofroom/domain/design/step";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { cachesOf, forgottenBy, keptBy, throughCaches } from "@proofroom/domain/design/through-cache";
import { wordsOf } from "@proofroom/domain/design/words";

/** What endpoints do where the components stand as they are drawn: their steps and words name the caches that they use. */
export function inDrawing(
  operations: Operation[],
  drawing: Pick<DesignModel, "components" | "edges">,
  find: (finding: Finding) => void,
): Operation[] {
  const caches = cachesOf(drawing);
  const used = throughCaches(operations, caches);
  const kept = keptBy(used);
  return used.map((operation, n) => {
    const before = operations[n];
    if (before === undefined) return operation;
    for (const step of plainSteps(operation.steps)) tellUnused(step, operation, find);
    const caching = [...new Set(operation.steps.flatMap((step) => forgottenBy(step, kept)))];
    const own = before.words.slice(0, Math.max(0, before.words.length - wordsOf(before.steps).length));
    const forgets = caching.map((id) => `Forgets what the cache ${id} held of the row, so that the next read sees it.`);
    return {
      ...operation,
      words: [...own, ...wordsOf(operation.steps), ...forgets, ...replicaWords(operation, drawing)],
    };
  });
}

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
