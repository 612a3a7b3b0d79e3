import type { KeySource } from "@proofroom/domain/design/key-words";
import type { Operation } from "@proofroom/domain/design/model";
import { soughtKey } from "@proofroom/domain/design/sought-key";
import { plainSteps } from "@proofroom/domain/design/steps-within";

type Keyed = Pick<Operation, "idempotency" | "steps" | "inputs">;

/** Where a request carries its key: one that is kept, that steps look for, or whose row is written over by what comes again under it. */
export const keyOf = (operation: Keyed): KeySource | undefined =>
  operation.idempotency ?? soughtKey(operation.steps) ?? overwrittenBy(operation);

function overwrittenBy({ steps, inputs }: Keyed): KeySource | undefined {
  const references = plainSteps(steps).flatMap((step) =>
    "insert" in step
      ? Object.entries(step.onConflict ?? {}).flatMap(([column, does]) =>
          typeof does === "object" && "overwrite" in does ? [step.values[column]] : [],
        )
      : [],
  );
  for (const reference of references) {
    const [, place, name = ""] = typeof reference === "string" ? (sent.exec(reference) ?? []) : [];
    const isInput = Object.values(inputs).some((at) => at.in === place && at.name.toLowerCase() === name.toLowerCase());
    if (place !== undefined && !isInput) return place === "header" ? { header: name } : { sent: `$body.${name}` };
  }
  return undefined;
}

const sent = /^\$(header|body)\.(.+)$/;
