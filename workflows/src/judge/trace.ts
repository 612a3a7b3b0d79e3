import type { Component } from "@proofroom/domain/design/model";
import { requestIdHeader, type TestResult } from "@proofroom/domain/judge/result";
import type { Control } from "../targets/local/control.ts";
import { withDrawnNames } from "./drawn-names.ts";

/** The requests of a result, those that led there before the one that decided it. */
function requestsOf({ before = [], request }: TestResult): string[] {
  const all = [...before.map((exchange) => exchange.request), ...(request === undefined ? [] : [request])];
  return all.flatMap(({ headers }) => headers[requestIdHeader] ?? []);
}

/** A result that is no success, with what the processes did for its requests. Without that it is as good a result. */
export async function traced(
  result: TestResult,
  control: Pick<Control, "settle" | "trace">,
  components: readonly Component[],
): Promise<TestResult> {
  const requests = requestsOf(result);
  if (result.status === "passed" || result.status === "skipped" || requests.length === 0) return result;
  // What workers do for its requests belongs to them as well.
  await control.settle().catch(() => []);
  const trace = await control.trace(requests).catch(() => null);
  return trace === null ? result : { ...result, trace: withDrawnNames(trace, components) };
}
