import { plainSteps } from "@proofroom/domain/design/steps-within";
import type { Review } from "./seen.ts";

/** A cache keeps single rows by their key; a design that reads none has nothing for it to keep. */
export const reviewCache: Review = (seen, tell) => {
  const { drawing, served } = seen;
  if (drawing === null || served === null || served.length === 0) return;
  if (served.some(({ operation }) => operation.steps.length === 0)) return;
  const steps = served.flatMap(({ operation }) => operation.steps);
  // Inside a transaction every row is read from the database.
  const reads = plainSteps(steps.filter((step) => !("transaction" in step))).some((step) => "get" in step);
  if (reads || plainSteps(steps).some((step) => Object.keys(step).some((key) => key.startsWith("cache")))) return;
  // One that keeps what a list answers may be the point of the design, and is no mistake.
  const list = served.find(({ operation }) => plainSteps(operation.steps).some((step) => "list" in step));
  const why =
    list === undefined
      ? "no endpoint reads one row by its key. Add the read that is asked for most, or leave the cache out."
      : `no endpoint reads one row by its key, and a list such as that of ${list.operation.opId} is asked of the database each time. Draw it all the same where it is to keep lists; what it spares the database is not tried.`;
  for (const { component, at } of drawing.drawn.filter((one) => one.component.kind === "cache"))
    tell("cache-unused", {
      from: at,
      to: at + component.id.length,
      message: `${component.label} has nothing to keep in a run: ${why}`,
    });
};
