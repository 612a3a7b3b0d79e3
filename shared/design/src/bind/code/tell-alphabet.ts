import { alphabet } from "@proofroom/domain/design/base62";
import type { Table } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { textForm } from "@proofroom/domain/design/text-form";
import type { EndpointRead } from "../../api/endpoint.ts";
import type { Tell } from "../../text/report.ts";
import { codeDigits } from "./drawn.ts";

/** A text is drawn out of digits and letters; a check that lets through others alone would refuse it, and that is no fault of the design. */
export function tellAlphabet({ endpoint, at, end }: EndpointRead, steps: Step[], tables: Table[], tell: Tell): void {
  for (const step of plainSteps(steps)) {
    if (!("insert" in step)) continue;
    const columns = tables.find(({ name }) => name === step.insert)?.columns ?? [];
    for (const { name, matches = "" } of columns) {
      const drawn = codeDigits(step.values[name]);
      const form = drawn === null ? null : textForm(matches);
      const refused = form === null ? undefined : drawn?.split("").find((character) => !form.holds(character));
      if (refused === undefined) continue;
      const message = `A run draws ${step.insert}.${name} for ${endpoint.opId} out of ${drawn === alphabet ? "0–9, A–Z and a–z" : drawn}, and its check (${matches}) refuses ${refused}: let it take all of these for the run, or leave it out.`;
      tell({ severity: "error", rule: "code-alphabet", message, from: at, to: end });
    }
  }
}
