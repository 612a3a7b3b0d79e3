import { asciiAddress } from "@proofroom/domain/ascii-address";
import type { CallStep } from "@proofroom/domain/design/step";
import { callMillis } from "@proofroom/domain/design/through-services";
import { evaluate } from "../evaluate.ts";
import { isRecord, type Outcome, refuse, type Scope } from "../scope.ts";
import type { Called, CalledService } from "../services.ts";
import type { StepContext } from "./context.ts";
import { keyIn } from "./key.ts";

/**
 * Asks another service, on behalf of the same user. What it refused is refused with the same status; no answer, or its own
 * failure, is a 503. Calls go along arrows of which none leads back, so none goes in a circle.
 */
export async function call(step: CallStep, scope: Scope, { services, isAbsenceAsked }: StepContext): Promise<Outcome> {
  const service = services.get(step.to ?? "");
  if (service === undefined) return refuse(503, "unavailable", `no arrow leads from here to the service ${step.call}`);
  const path = keyIn(step.path, scope);
  if (path === null) return refuse(400, "invalid", `${step.path} needs a value that was not sent`);
  const answer = await asked(service, step, path, scope);
  if (!("reason" in answer) && answer.status < 400)
    return { next: "go-on", scope: { ...scope, called: answer.body, found: true } };
  if (isAbsenceAsked && step.else === undefined) {
    const called = "reason" in answer ? null : answer.body;
    return { next: "go-on", scope: { ...scope, called, found: false } };
  }
  if ("reason" in answer)
    return refuse(step.else ?? 503, "unavailable", `${step.call} gave no answer: ${answer.reason}`);
  const said = isRecord(answer.body) && typeof answer.body["message"] === "string" ? `: ${answer.body["message"]}` : "";
  const message = `${step.call} answered ${answer.status}${said}`;
  return answer.status < 500
    ? refuse(step.else ?? answer.status, "refused", message)
    : refuse(step.else ?? 503, "unavailable", message);
}

function asked(
  service: CalledService,
  step: CallStep,
  path: string,
  scope: Scope,
): Promise<Called | { reason: string }> {
  const fields = Object.entries(step.body ?? {}).map(([name, value]) => [name, evaluate(value, scope) ?? null]);
  const { authorization } = scope.asked.header;
  return service
    .ask({
      method: step.method ?? "GET",
      path: asciiAddress(path),
      body: step.body === undefined ? undefined : Object.fromEntries(fields),
      headers: typeof authorization === "string" ? { authorization } : {},
      millis: callMillis(step),
    })
    .catch((error: unknown) => ({ reason: error instanceof Error ? error.message : String(error) }));
}
