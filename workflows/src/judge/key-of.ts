import { keyName, type KeySource } from "@proofroom/domain/design/key-words";
import type { Operation } from "@proofroom/domain/design/model";
import { soughtKey } from "@proofroom/domain/design/sought-key";
import { plainSteps } from "@proofroom/domain/design/steps-within";

type Keyed = Pick<Operation, "idempotency" | "steps" | "inputs">;

/**
 * Where a request carries its key: one that is kept, that steps look for, whose row is written over by what comes again under it, or that
 * makes the code by which its row is found again.
 */
export const keyOf = (operation: Keyed): KeySource | undefined =>
  operation.idempotency ?? soughtKey(operation.steps) ?? overwrittenBy(operation) ?? hashedBy(operation);

function overwrittenBy({ steps, inputs }: Keyed): KeySource | undefined {
  const references = plainSteps(steps).flatMap((step) =>
    "insert" in step
      ? Object.entries(step.onConflict ?? {}).flatMap(([column, does]) =>
          typeof does === "object" && "overwrite" in does ? [step.values[column]] : [],
        )
      : [],
  );
  return references.flatMap((reference) => sourceOf(reference, inputs) ?? [])[0];
}

/** Of what a code is a hash of, where the capability's own inputs are no part of it: all of it is one request's, be it whose or which. */
function hashedBy({ steps, inputs }: Keyed): KeySource | undefined {
  for (const step of plainSteps(steps)) {
    if (!("insert" in step)) continue;
    for (const [column, does] of Object.entries(step.onConflict ?? {})) {
      const value = step.values[column];
      const isHash = typeof value === "object" && value !== null && "hash" in value;
      const made = does === "return-existing" && isHash ? value.hash : null;
      const json = typeof made === "object" && made !== null && "json" in made ? made.json : null;
      const of = typeof json === "object" && json !== null ? Object.values(json) : [];
      const sources = of.flatMap((one) => sourceOf(one, inputs) ?? []);
      if (sources.length === 0 || sources.length < of.filter((one) => typeof one === "string").length) continue;
      return sources.find((one) => called.test(keyName(one))) ?? (sources.length === 1 ? sources[0] : undefined);
    }
  }
  return undefined;
}

const called = /idem|dedup|req|retry|nonce|key|token|send|attempt|op(?:eration)?[-_]?id/i;

/** A header or a field of the body; undefined where it is what the capability is about. */
function sourceOf(reference: unknown, inputs: Operation["inputs"]): KeySource | undefined {
  const [, place, name = ""] = typeof reference === "string" ? (sent.exec(reference) ?? []) : [];
  const isInput = Object.values(inputs).some((at) => at.in === place && at.name.toLowerCase() === name.toLowerCase());
  if (place === undefined || isInput) return undefined;
  return place === "header" ? { header: name } : { sent: `$body.${name}` };
}

const sent = /^\$(header|body)\.(.+)$/;
