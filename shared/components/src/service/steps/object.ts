import type { PlainStep } from "@proofroom/domain/design/step";
import { evaluate } from "../evaluate.ts";
import { goOn, type Outcome, refuse, type Scope } from "../scope.ts";
import type { StepContext } from "./context.ts";
import { keyIn } from "./key.ts";

type ObjectStep = Extract<PlainStep, { "object.put": string } | { "object.get": string } | { "object.delete": string }>;

/** What is kept, read or deleted by its name in the object store; a text as it is, all else as JSON. */
export async function useObjects(step: ObjectStep, scope: Scope, context: StepContext): Promise<Outcome> {
  const { objects } = context;
  if (objects === null) return refuse(503, "unavailable", "no arrow leads from here to an object store");
  const template =
    "object.put" in step ? step["object.put"] : "object.get" in step ? step["object.get"] : step["object.delete"];
  const name = keyIn(template, scope);
  if (name === null) return refuse(400, "invalid", `${template} needs a value that was not sent`);
  if ("object.put" in step) {
    const body = evaluate(step.body, scope) ?? null;
    const isKept =
      typeof body === "string"
        ? await objects.put(name, body, "text/plain; charset=utf-8")
        : await objects.put(name, JSON.stringify(body), "application/json");
    return isKept ? goOn(scope) : refuse(507, "full", "the object store has no room left");
  }
  if ("object.get" in step) {
    const found = await objects.get(name);
    if (found === null && !context.isAbsenceAsked) return refuse(step.else ?? 404, "not-found", `there is no ${name}`);
    const object = found === null ? null : contentOf(found);
    return { next: "go-on", scope: { ...scope, object, found: found !== null } };
  }
  return goOn({ ...scope, found: await objects.remove(name) });
}

function contentOf({ bytes, contentType }: { bytes: Buffer; contentType: string }): unknown {
  const text = bytes.toString("utf8");
  return contentType.startsWith("application/json") ? JSON.parse(text) : text;
}
