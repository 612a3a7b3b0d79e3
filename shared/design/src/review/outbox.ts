import { plainSteps } from "@proofroom/domain/design/steps-within";
import { stems } from "../bind/names.ts";
import type { TableRead } from "../schema/catalog.ts";
import { placeOf } from "./schema-text.ts";
import type { Review, Seen } from "./seen.ts";

/** A transactional outbox that nothing fills: neither its rows nor its relay are there when the design runs. */
export const reviewOutbox: Review = (seen, tell) => {
  for (const table of idleOutboxes(seen))
    tell("outbox-not-run", {
      ...placeOf(seen, table),
      message: `No step writes to ${table.name}, and no relay reads it: what would be published from there does not happen here, and all else runs as it stands in the binding table. To see it happen, publish after the write, such as - publish: ${queueOf(seen) ?? "a queue"}.`,
    });
};

export function idleOutboxes({ schema, served }: Pick<Seen, "schema" | "served">): TableRead[] {
  const steps = (served ?? []).flatMap(({ operation }) => plainSteps(operation.steps));
  const filled = new Set(steps.flatMap((step) => ("insert" in step ? [step.insert] : [])));
  return (schema?.tables ?? []).filter(({ name }) => isOutbox(name) && !filled.has(name));
}

const isOutbox = (name: string): boolean => /outbox|(?:^| )out box(?: |$)/.test(stems(name).join(" "));

const queueOf = ({ drawing }: Seen): string | undefined =>
  drawing?.drawn.find(({ component }) => component.kind === "queue")?.component.id;
