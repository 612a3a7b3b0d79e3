import type { Operation } from "@proofroom/domain/design/model";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { evaluate } from "./evaluate.ts";
import type { Answer, Row, Scope } from "./scope.ts";

/** What the first send under a key was answered, where the row that keeps the key keeps that too. */
export function keptAnswer({ idempotency }: Operation, row: Row, answer: Answer): Answer | null {
  const kept = idempotency?.answer === undefined ? undefined : row[idempotency.answer];
  if (kept === undefined || kept === null) return null;
  return { ...answer, body: typeof kept === "string" ? parsed(kept) : kept };
}

/** Refuses another request under a known key, as far as a hash of the first was kept beside it. */
export function otherRequest({ idempotency, steps }: Operation, row: Row, scope: Scope): Answer | null {
  const { hash, column, else: status = 422 } = idempotency ?? {};
  const kept = hash === undefined ? undefined : row[hash];
  if (hash === undefined || column === undefined || kept === undefined || kept === null) return null;
  const table = column.slice(0, column.lastIndexOf("."));
  const written = plainSteps(steps).flatMap((step) =>
    "insert" in step && step.insert === table
      ? [step.values]
      : "update" in step && step.update === table
        ? [step.set]
        : [],
  );
  const value = written.find((values) => values[hash] !== undefined)?.[hash];
  if (value === undefined || textOf(kept) === evaluate(value, scope)) return null;
  return { status, body: { error: "other-request", message: "this key came with another request before" } };
}

const textOf = (kept: unknown): unknown => (kept instanceof Uint8Array ? Buffer.from(kept).toString("hex") : kept);

/** A text that was kept as one, or the document in it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
