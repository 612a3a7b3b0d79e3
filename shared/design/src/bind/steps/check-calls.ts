import type { Finding } from "@proofroom/domain/design/finding";
import type { DesignModel, Operation } from "@proofroom/domain/design/model";
import type { CallStep } from "@proofroom/domain/design/step";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { oneOf } from "../../text/nearest.ts";

interface Calling extends Pick<Operation, "steps" | "stepLines"> {
  /** Where none of its steps has a line of its own. */
  line: number;
}

/** A call goes along a drawn arrow, to an endpoint of this document; any other is told at its line. */
export function checkCalls(
  all: readonly Calling[],
  operations: readonly Pick<Operation, "method" | "path">[],
  { components }: Pick<DesignModel, "components">,
  find: (finding: Finding) => void,
): void {
  const services = components.filter(({ kind }) => kind === "service").map(({ id }) => id);
  const tell = (line: number, rule: string, message: string) =>
    find({ document: "api", line, column: 1, severity: "error", rule, message });
  for (const one of all)
    for (const { step, line } of callsIn(one)) {
      if (step.to === undefined || !services.includes(step.to)) {
        const there = services.length === 0 ? "none is drawn" : `there is ${oneOf(services)}`;
        const message = `No arrow leads from a service to ${step.call} without one that leads back; ${there}. Draw it, such as api --> ${step.call}[${step.call} service].`;
        tell(line, "call-undrawn", message);
      } else if (!operations.some((operation) => answers(operation, step))) {
        const named = operations.slice(0, 6).map(({ method, path }) => `${method} ${path}`);
        const message = `No endpoint of this document is ${step.method ?? "GET"} ${step.path}; there is ${oneOf(named)}.`;
        tell(line, "call-unknown", message);
      }
    }
}

function callsIn({ steps, stepLines, line }: Calling): { step: CallStep; line: number }[] {
  return steps.flatMap((step, n) => {
    const own = stepLines?.[n];
    return plainSteps([step]).flatMap((inner, k) =>
      "call" in inner ? [{ step: inner, line: own?.inside[k] ?? own?.line ?? line }] : [],
    );
  });
}

/** The same path with anything in its holes. */
function answers({ method, path }: Pick<Operation, "method" | "path">, step: CallStep): boolean {
  const plain = (given: string): string => (given.split("?")[0] ?? "").replaceAll(/\{[^{}]*\}/g, "{}");
  return method === (step.method ?? "GET") && plain(path) === plain(step.path);
}
