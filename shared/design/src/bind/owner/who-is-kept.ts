import type { Endpoint } from "@proofroom/domain/design/model";
import type { Value } from "@proofroom/domain/design/step";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { callerFor } from "./caller.ts";
import type { Known } from "../convention/convention.ts";
import { isPerson } from "../ways/stage.ts";
import type { Serving } from "../documents/serving.ts";

/** In which columns the endpoints of a problem keep whoever asks, and how each of them is told who that is. */
export function whoIsKept(serving: readonly Serving[]): Known["keepsWho"] {
  const kept = serving.flatMap(({ endpoint, steps, inputs }) => {
    const people = new Set([
      "$user",
      ...Object.entries(inputs).flatMap(([field, at]) => (isPerson(field) ? [`$${at.in}.${at.name}`] : [])),
    ]);
    return plainSteps(steps).flatMap((step) => {
      const [table, values]: [string, Record<string, Value>] =
        "insert" in step
          ? [step.insert, step.values]
          : "update" in step
            ? [step.update, step.set]
            : "take" in step
              ? [step.take, step.set ?? {}]
              : ["", {}];
      return Object.entries(values).flatMap(([column, value]) =>
        typeof value === "string" && (people.has(value) || isHeaderOf(column, value, endpoint))
          ? [{ table, column, value, line: endpoint.line }]
          : [],
      );
    });
  });
  return (table: string, column: string, { line }: Endpoint) =>
    kept.find((one) => one.table === table && one.column === column && one.line !== line)?.value;
}

/** Whether it is a header that is called as a column, `X-Account-Id` of account_id, by which whoever asks is told. */
const isHeaderOf = (name: string, value: string, endpoint: Endpoint): boolean =>
  value.startsWith("$header.") && callerFor({ name }, endpoint) === value;

/** Whether two requests tell in one way who asks: of somebody's id and somebody's address nobody knows that they are one person. */
export const isSameWho = (one: string, other: string): boolean => kindOf(one) === kindOf(other);

const kindOf = (reference: string): string =>
  /mail|phone|tel|session|name$/i.exec(reference)?.[0].toLowerCase() ?? "id";
