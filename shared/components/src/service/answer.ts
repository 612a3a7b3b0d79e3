import type { Operation } from "@proofroom/domain/design/model";
import { holesIn } from "@proofroom/domain/design/key-template";
import type { Step } from "@proofroom/domain/design/step";
import { evaluate, fillBody } from "./evaluate.ts";
import { keyIn } from "./steps/key.ts";
import { type Answer, isRecord, type Scope } from "./scope.ts";
import { shaped } from "./shape.ts";

type RedirectStep = Extract<Step, { redirect: unknown }>;
type ReturnStep = Extract<Step, { return: unknown }>;

export function redirected(step: RedirectStep, scope: Scope, operation: Operation): Answer {
  const to = evaluate(step.redirect, scope);
  if (typeof to !== "string" || to === "") {
    return { status: 500, body: { error: "broken", message: "there is no address to redirect to" } };
  }
  const declared = operation.responses.find((r) => r.status >= 300 && r.status < 400)?.status;
  return { status: step.status ?? declared ?? 302, location: to };
}

export function returned(step: ReturnStep, scope: Scope, operation: Operation): Answer {
  const status = step.return.status ?? successOf(operation);
  const location = locationOf(step, scope);
  const answer =
    step.return.body === undefined
      ? declaredAnswer(status, scope, operation)
      : { status, body: fillBody(step.return.body, scope) };
  return location === null ? answer : { ...answer, location };
}

/** None where a row that it speaks of is not known any more, as of a send whose answer alone was kept. */
function locationOf({ return: { location } }: ReturnStep, scope: Scope): string | null {
  if (location === undefined) return null;
  const isKnown = holesIn(location).every((name) => evaluate(`$${name}`, scope) !== `$${name}`);
  return isKnown ? keyIn(location, scope) : null;
}

/** The answer of an operation whose steps say none: what was found or written, as the success that is declared. */
export function implied(scope: Scope, operation: Operation): Answer {
  return declaredAnswer(successOf(operation), scope, operation);
}

function declaredAnswer(status: number, scope: Scope, operation: Operation): Answer {
  if (status === 204 || status === 304) return { status };
  const schema = operation.responses.find((r) => r.status === status)?.schema;
  const body = shaped(isRecord(schema) ? schema : {}, scope);
  return body === undefined ? { status } : { status, body };
}

function successOf(operation: Operation): number {
  const declared = operation.responses.map((r) => r.status).filter((status) => status >= 200 && status < 300);
  return declared.toSorted((a, b) => a - b)[0] ?? (operation.steps.some((step) => "insert" in step) ? 201 : 200);
}
