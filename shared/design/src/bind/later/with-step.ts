import type { Operation } from "@proofroom/domain/design/model";
import { isPlain } from "@proofroom/domain/design/steps-within";
import type { Step } from "@proofroom/domain/design/step";
import { wordsOf } from "@proofroom/domain/design/words";

/** An endpoint with one more step before that place. */
export function withStep(operation: Operation, at: number, step: Step, why: string): Operation {
  const { line, because } = operation;
  const steps = operation.steps.toSpliced(at, 0, step);
  const own = operation.words.slice(0, Math.max(0, operation.words.length - wordsOf(operation.steps).length));
  return {
    ...operation,
    steps,
    stepLines: steps.map((one) => ({ line, inside: isPlain(one) ? [] : [line] })),
    words: [...own, ...wordsOf(steps)],
    because: { capability: because?.capability ?? [], steps: [...(because?.steps ?? []), why] },
  };
}
