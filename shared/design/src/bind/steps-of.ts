import type { Idempotency, Step } from "@proofroom/domain/design/step";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { EndpointRead } from "../api/endpoint.ts";
import { oneOf } from "../text/nearest.ts";
import type { Asking } from "./ask.ts";
import { askWhat } from "./ask-what.ts";
import { byConvention, type Known } from "./convention.ts";
import { readOperation, type SaidOperation } from "./said-operation.ts";

export interface Doing {
  steps: Step[];
  idempotency?: Idempotency | undefined;
  /** What the document spells out; null where convention decides. */
  said: SaidOperation | null;
}

/** What an endpoint does: as `x-operation` says, else by convention, else nothing, which is asked. */
export function stepsOf(read: EndpointRead, capability: Capability | undefined, known: Known, asking: Asking): Doing {
  const { tell } = asking;
  const said = readOperation(read, tell);
  if (said !== null) return { steps: said.steps, idempotency: said.idempotency?.value, said };
  const found = byConvention(read.endpoint, capability, known);
  const at = { from: read.at, to: read.end };
  if (found.steps === null) {
    // Without tables the schema is what is missing, and that is said there.
    if (known.tables.length > 0) askWhat(read, capability, found.why, known, asking);
    return { steps: [], said: null };
  }
  if (found.gaps.length > 0) {
    const message = `Nothing that ${read.endpoint.opId} is sent fills ${oneOf(found.gaps)}, and no default does: the database will refuse each row.`;
    tell({ severity: "warning", rule: "empty-column", message, ...at });
  }
  for (const { column, field } of found.unsure ?? []) {
    const message = `${column} has to be filled, and ${read.endpoint.opId} may be sent without ${field}: the database will refuse such a row. Make the column nullable, give it a default, or list ${field} under required.`;
    tell({ severity: "warning", rule: "empty-column", message, ...at });
  }
  return { steps: found.steps, idempotency: found.idempotency, said: null };
}
