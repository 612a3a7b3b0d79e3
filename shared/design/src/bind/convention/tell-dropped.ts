import type { Idempotency, Step } from "@proofroom/domain/design/step";
import { keyReference } from "@proofroom/domain/design/key-words";
import { plainSteps, tableFilled } from "@proofroom/domain/design/steps-within";
import type { EndpointRead } from "../../api/endpoint.ts";
import type { Tell } from "../../text/report.ts";
import { type Field, fieldsOf, isGroup } from "../fields.ts";
import { isKeyName } from "../key/idempotency.ts";

/** What an endpoint is sent and does nothing with, since no column of what it writes keeps it; of a key that is said elsewhere. */
export function tellDropped(
  { endpoint, at, end }: EndpointRead,
  steps: Step[],
  idempotency: Idempotency | undefined,
  tell: Tell,
): void {
  const written = plainSteps(steps).flatMap((step) => ("update" in step ? [step.update] : (tableFilled(step) ?? [])));
  const [table] = written;
  if (table === undefined) return;
  // A hash of all that is sent keeps nothing of it.
  const does = JSON.stringify(steps).replaceAll('{"hash":"$body"}', "");
  const used = does + (idempotency === undefined ? "" : `"${keyReference(idempotency)}"`);
  if (used.includes('"$body"')) return;
  const dropped = fieldsOf(endpoint.body).filter(
    (field) => !isGroup(field) && !isKeyName(field.name) && !isOfOneValue(field) && !isUsed(field.name, used),
  );
  if (dropped.length === 0) return;
  const names = dropped.map(({ name }) => name).join(", ");
  const message = `${endpoint.opId} takes ${names}, and no column of ${[...new Set(written)].join(" and ")} keeps it: it is left out. Add the column, or do not take it.`;
  tell({ severity: "warning", rule: "field-not-kept", message, from: at, to: end });
}

/** The `type` of JSON:API, which tells nothing that is not known. */
const isOfOneValue = ({ schema }: Field): boolean =>
  schema["const"] !== undefined || (Array.isArray(schema["enum"]) && schema["enum"].length === 1);

/** Itself, or the object in which it is sent. */
function isUsed(name: string, used: string): boolean {
  const parts = name.split(".");
  return parts.some((_, n) => used.includes(`"$body.${parts.slice(0, n + 1).join(".")}"`));
}
