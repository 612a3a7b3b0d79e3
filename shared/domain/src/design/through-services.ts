import { millisOf } from "../infrastructure/duration.ts";
import { bareName, isMeant } from "./component-name.ts";
import type { Component, DesignModel, Operation } from "./model.ts";
import type { CallStep } from "./step.ts";
import { mapPlain, plainSteps } from "./steps-within.ts";

type Drawing = Pick<DesignModel, "components" | "edges">;

/** How long a call waits for its answer; between 10 ms and 3 s. */
export const callMillis = ({ timeout }: Pick<CallStep, "timeout">): number =>
  Math.max(10, Math.min(millisOf(timeout ?? "") ?? 1_000, 3_000));

/** The service that a call means, where an arrow leads to it from one that may call it. */
const calledService = (name: string, drawing: Drawing): Component | undefined =>
  drawing.components.find(
    (one) =>
      one.kind === "service" &&
      isMeant(one, name, plain) &&
      drawing.edges.some(({ from }) => mayCall(from, one.id, drawing)),
  );

/** `Inventory service x3`, `inventory` and `InventorySvc` are one name. */
const plain = (name: string): string => bareName(name, /micro-?services?|services?|servers?|svc/g);

/** An arrow leads from one to the other, and none leads back: two that call each other would wait for each other. */
export function mayCall(from: string, to: string, { components, edges }: Drawing): boolean {
  const kindOf = (id: string) => components.find((one) => one.id === id)?.kind;
  if (
    !["service", "worker"].includes(kindOf(from) ?? "") ||
    !edges.some((edge) => edge.from === from && edge.to === to)
  )
    return false;
  const reached = new Set([to]);
  for (const id of reached)
    for (const edge of edges) if (edge.from === id && kindOf(edge.to) === "service") reached.add(edge.to);
  return !reached.has(from);
}

/** Each `call` with the drawn service that its name says. */
export const throughServices = <T extends Pick<Operation, "steps">>(all: readonly T[], drawing: Drawing): T[] =>
  all.map((one) => ({
    ...one,
    steps: mapPlain(one.steps, (step) => {
      if (!("call" in step) || step.to !== undefined) return step;
      const service = calledService(step.call, drawing);
      return service === undefined ? step : { ...step, to: service.id };
    }),
  }));

/** The services that some step calls. */
export const servicesCalled = (all: readonly Pick<Operation, "steps">[]): Set<string> =>
  new Set(
    all.flatMap(({ steps }) =>
      plainSteps(steps).flatMap((step) => ("call" in step && step.to !== undefined ? [step.to] : [])),
    ),
  );
