import type { RunId } from "@proofroom/domain/id";
import type { Explanation } from "@proofroom/domain/run/explanation";
import type { Run } from "@proofroom/domain/run/run";

/** Why a run failed, where that is about a test: the explanation rests on it, or no other test failed. */
export function whyOf(
  runId: RunId,
  { explanation, results }: Pick<Run, "explanation" | "results">,
  test: string,
): { runId: RunId; explanation: Explanation } | undefined {
  if (explanation === undefined) return undefined;
  const failed = results.filter(({ status }) => status === "failed").map(({ name }) => name);
  if (!failed.includes(test)) return undefined;
  const restsOnIt = explanation.evidence.some((evidence) => evidence.kind === "result" && evidence.name === test);
  return restsOnIt || failed.length === 1 ? { runId, explanation } : undefined;
}
