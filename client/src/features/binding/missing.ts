import type { Finding } from "@proofroom/domain/design/finding";
import { stops } from "@proofroom/domain/design/stops";
import type { DesignModel, Operation } from "@proofroom/domain/design/model";

/** Told of a path, whose line stands before those of its methods, or of what no endpoint serves. */
const ofOthers: ReadonlySet<string> = new Set(["path", "duplicate-path", "method", "unbound"]);

/** What is found at the lines of an endpoint, from its own to the next one's; what stops a run comes first. */
export function missingOf({ line }: Pick<Operation, "line">, { operations, findings }: DesignModel): Finding[] {
  const end = Math.min(...operations.map((other) => other.line).filter((start) => start > line));
  return findings
    .filter((found) => found.document === "api" && found.line >= line && found.line < end && !ofOthers.has(found.rule))
    .toSorted((a, b) => rank(a) - rank(b));
}

/** What is told of a capability that no endpoint serves. */
export const unboundIn = (name: string, { findings }: DesignModel): Finding | undefined =>
  findings.find(({ rule, capability }) => rule === "unbound" && capability === name);

const rank = (finding: Finding): number => (stops(finding) ? 0 : finding.severity === "warning" ? 1 : 2);
