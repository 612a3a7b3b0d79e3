import type { Table } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";
import { plainSteps, tableFilled } from "@proofroom/domain/design/steps-within";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { EndpointRead } from "../../api/endpoint.ts";
import { successIn } from "../../api/success.ts";
import type { Tell } from "../../text/report.ts";
import { fieldsOf, isGroup, isRecord } from "../fields.ts";
import { isSameName } from "../names.ts";
import { isNamed, senseOf } from "../sense.ts";

/** What an endpoint declares to answer of what it makes, and no column of the row keeps: it is answered without. */
export function tellUnkept(
  { endpoint, at, end }: EndpointRead,
  capability: Capability | undefined,
  steps: Step[],
  tables: Table[],
  tell: Tell,
): void {
  const flat = plainSteps(steps);
  const [inserted] = flat.flatMap((step) => tableFilled(step) ?? []);
  const table = tables.find(({ name }) => name === inserted);
  const body = flat.flatMap((step) => ("return" in step ? [step.return.body] : [])).at(-1);
  if (table === undefined || capability?.writes !== true) return;
  const success = successIn(endpoint.responses)?.schema;
  for (const field of Object.keys(capability.out)) {
    const sense = senseOf(capability, field);
    const names = fieldsOf(success)
      .filter((one) => !isGroup(one))
      .map(({ name }) => name)
      .filter((name) => isNamed(sense, lastPart(name)));
    if (names.length === 0 || names.some((name) => isAnswered(name, body, table))) continue;
    const message = `${endpoint.opId} answers ${names[0]}, and no column of ${table.name} keeps it; add the column, or say in the design document what it is made of.`;
    tell({ severity: "warning", rule: "answer-not-kept", message, from: at, to: end });
  }
}

/** As it is said, else by the column that is spelled alike. */
function isAnswered(name: string, body: unknown, { columns }: Table): boolean {
  if (body === undefined) return columns.some((column) => isSameName(column.name, lastPart(name)));
  return name.split(".").reduce<unknown>((at, part) => (isRecord(at) ? at[part] : undefined), body) !== undefined;
}

const lastPart = (name: string): string => name.split(".").at(-1) ?? name;
