import type { Operation } from "@proofroom/domain/design/model";
import { otherStatus } from "@proofroom/domain/design/key-words";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { evaluate } from "./evaluate.ts";
import type { Answer, Row, Scope } from "./scope.ts";

/** What the first send under a key was answered, where the row that keeps the key keeps that too. */
export function keptAnswer({ idempotency }: Operation, row: Row, answer: Answer): Answer | null {
  const kept = idempotency?.answer === undefined ? undefined : row[idempotency.answer];
  if (kept === undefined || kept === null) return null;
  return { ...answer, body: typeof kept === "string" ? parsed(kept) : kept };
}

/** Refuses another request under a known key: as far as a hash of the first was kept beside it, or the row is what was sent. */
export function otherRequest({ idempotency, steps }: Operation, row: Row, scope: Scope): Answer | null {
  if (idempotency === undefined) return null;
  const { hash, column } = idempotency;
  const table = column.slice(0, column.lastIndexOf("."));
  const written = plainSteps(steps).flatMap((step) =>
    "insert" in step && step.insert === table
      ? Object.entries(step.values)
      : "update" in step && step.update === table
        ? Object.entries(step.set)
        : "take" in step && step.take === table
          ? Object.entries(step.set ?? {})
          : [],
  );
  const isOther = written.some(([name, value]) => {
    const isSent = "sent" in idempotency && typeof value === "string" && /^\$(?:body|path)\./.test(value);
    return (name === hash || isSent) && differs(row[name], evaluate(value, scope));
  });
  if (!isOther) return null;
  return {
    status: otherStatus(idempotency),
    body: { error: "other-request", message: "this key came with another request before" },
  };
}

/** Of what both sides say in a word; a time or a document may be written in many ways. */
function differs(kept: unknown, sent: unknown): boolean {
  const known = textOf(kept);
  const isWord = (value: unknown): value is string | number | boolean =>
    ["string", "number", "boolean"].includes(typeof value);
  return isWord(known) && isWord(sent) && String(known) !== String(sent);
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
