import { isOver } from "../../run/status.ts";
import type { ReportRun } from "./report-source.ts";
import type { Report, ReportFact } from "./report.ts";

const named = (run: ReportRun, status: string): Set<string> =>
  new Set(run.results.filter((result) => result.status === status).map(({ name }) => name));

/** The runs as they stand beside the report: measured, and never scored. */
export const resultsOf = (runs: readonly ReportRun[]): Report["results"] =>
  runs.map(({ runId, number, status, verdict, results }) => {
    const count = (wanted: string): number => results.filter((one) => one.status === wanted).length;
    const [passed, failed] = [count("passed"), count("failed")];
    const failures = results.flatMap((one) =>
      one.status === "failed" ? [{ name: one.name, observed: one.observed }] : [],
    );
    const other = results.length - passed - failed;
    return { runId, number, status, ...(verdict === null ? {} : { verdict }), passed, failed, other, failures };
  });

const observed = ({ results }: ReportRun, name: string): { quote?: string } => {
  const quote = results.find((one) => one.name === name)?.observed.trim() ?? "";
  return quote === "" ? {} : { quote };
};

/** What each run says against the one before it: the tests that it mended, and those that it broke. */
export function runFacts(runs: readonly ReportRun[]): ReportFact[] {
  return runs.flatMap((run, n): ReportFact[] => {
    const at = run.finishedAt === null ? {} : { at: run.finishedAt };
    if (!isOver(run.status)) {
      const text = `Run ${run.number} was still under way when this report was written; it is not part of it.`;
      return [{ kind: "run", text, source: { kind: "result", runId: run.runId } }];
    }
    const before = runs[n - 1];
    if (before === undefined) return [];
    const change = (name: string, verb: string): ReportFact => ({
      kind: "run",
      text: `Run ${run.number} ${verb} what run ${before.number} had ${verb === "mended" ? "failed" : "passed"}: ${name}.`,
      ...observed(run, name),
      source: { kind: "result", runId: run.runId, name },
      ...at,
    });
    const mended = [...named(run, "passed").intersection(named(before, "failed"))];
    const broken = [...named(run, "failed").intersection(named(before, "passed"))];
    return [...mended.map((name) => change(name, "mended")), ...broken.map((name) => change(name, "failed"))];
  });
}
