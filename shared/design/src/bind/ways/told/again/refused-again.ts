import { keyReference } from "@proofroom/domain/design/key-words";
import { mapPlain } from "@proofroom/domain/design/steps-within";
import type { Idempotency, Step } from "@proofroom/domain/design/step";

/** What a way does where a key that is known already is refused: the key is written as any value is, and nothing answers it again. */
export function refusingAgain<Flow extends { steps: Step[]; idempotency?: Idempotency | undefined }>(
  flow: Flow,
): Flow & { idempotency?: undefined } {
  const { idempotency } = flow;
  if (idempotency === undefined) return { ...flow, idempotency };
  const at = idempotency.column.lastIndexOf(".");
  const [table, column] = [idempotency.column.slice(0, at), idempotency.column.slice(at + 1)];
  const steps = mapPlain(flow.steps, (step) =>
    "insert" in step && step.insert === table
      ? { ...step, values: { ...step.values, [column]: keyReference(idempotency) } }
      : step,
  );
  return { ...flow, steps, idempotency: undefined };
}
