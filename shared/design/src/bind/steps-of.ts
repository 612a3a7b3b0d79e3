import type { Table } from "@proofroom/domain/design/model";
import type { Idempotency, Step } from "@proofroom/domain/design/step";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { EndpointRead } from "../api/endpoint.ts";
import { oneOf } from "../text/nearest.ts";
import type { Tell } from "../text/report.ts";
import { byConvention } from "./convention.ts";
import { readOperation, type SaidOperation } from "./said-operation.ts";
import type { Sense } from "./sense.ts";

export interface Doing {
  steps: Step[];
  idempotency?: Idempotency | undefined;
  /** What the document spells out; null where convention decides. */
  said: SaidOperation | null;
}

/** What an endpoint does: as `x-operation` says, else by convention, else nothing, which is asked. */
export function stepsOf(
  read: EndpointRead,
  capability: Capability | undefined,
  tables: Table[],
  senses: Sense[],
  tell: Tell,
): Doing {
  const said = readOperation(read, tell);
  if (said !== null) return { steps: said.steps, idempotency: said.idempotency?.value, said };
  const found = byConvention(read.endpoint, capability, tables, senses);
  const at = { from: read.at, to: read.end };
  if (found.steps === null) {
    // Without tables the schema is what is missing, and that is said there.
    if (tables.length > 0) {
      const isRequired = capability?.required === true;
      const message = `What does ${read.endpoint.opId} do? Its name and fields do not say: ${found.why}. Spell it out under x-operation, such as - insert: ${tables[0]?.name}.`;
      tell({ severity: isRequired ? "question" : "warning", rule: "no-steps", message, ...at, stopsRun: isRequired });
    }
    return { steps: [], said: null };
  }
  if (found.gaps.length > 0) {
    const message = `Nothing that ${read.endpoint.opId} is sent fills ${oneOf(found.gaps)}, and no default does: the database will refuse each row.`;
    tell({ severity: "warning", rule: "empty-column", message, ...at });
  }
  return { steps: found.steps, idempotency: found.idempotency, said: null };
}
