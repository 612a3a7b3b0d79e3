import { mapPlain } from "@proofroom/domain/design/steps-within";
import type { Idempotency, Step } from "@proofroom/domain/design/step";
import type { Asked, Conventional } from "../asking/asked.ts";
import { isDrawn } from "../code/drawn.ts";
import { setOnConflict } from "../documents/overwritten.ts";
import { refusingAgain } from "../ways/told/again/refused-again.ts";

/**
 * An insert whose statement gives the row of a key that is there the code of the new one, `on conflict (idem_key) do update set code =
 * excluded.code`: what comes again is told a code that was not there before, and the one that was told first is gone.
 */
export function withCodeAnew(found: Conventional, asked: Asked, texts: readonly string[]): Conventional {
  const { table } = asked;
  if (found.steps === null || found.idempotency === undefined) return found;
  const { idempotency } = found;
  const key = table.columns.find(({ name }) => idempotency.column === `${table.name}.${name}`)?.name;
  const taken =
    key === undefined
      ? []
      : setOnConflict(
          key,
          table,
          texts,
          asked.upserts?.filter(({ by }) => by !== null),
        );
  const [insert] = found.steps;
  if (key === undefined || insert === undefined || !("insert" in insert)) return found;
  const overwrite = taken.filter((column) => Object.hasOwn(insert.values, column));
  if (!overwrite.some((column) => isDrawn(insert.values[column]))) return found;
  const flow: { steps: Step[]; idempotency?: Idempotency | undefined } = { steps: found.steps, idempotency };
  const steps = mapPlain(refusingAgain(flow).steps, (step) =>
    "insert" in step && step.insert === table.name
      ? { ...step, onConflict: { ...step.onConflict, [key]: { overwrite } } }
      : step,
  );
  const because = `a statement has the row of a known ${key} take over ${overwrite.join(" and ")}`;
  return { ...found, steps, idempotency: undefined, because: [...(found.because ?? []), because] };
}
