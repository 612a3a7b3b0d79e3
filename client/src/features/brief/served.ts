import type { DesignModel } from "@proofroom/domain/design/model";

/** The capabilities that an endpoint serves; one of which a question is still open does nothing yet, so it serves none. */
export function servedBy({ operations, findings }: Pick<DesignModel, "operations" | "findings">): ReadonlySet<string> {
  const asked = new Set(
    findings.flatMap(({ document, severity, line }) => (document === "api" && severity === "question" ? [line] : [])),
  );
  return new Set(
    operations.flatMap(({ capability, line }) => (capability === undefined || asked.has(line) ? [] : [capability])),
  );
}
