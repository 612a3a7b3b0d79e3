import { paidStep, type ReportKey } from "@proofroom/database/report-row";
import { keptStep } from "@proofroom/database/report-step";
import { Dimension, type Mark } from "@proofroom/domain/interview/dimension";
import type { Judgement } from "@proofroom/domain/interview/report/report-body";
import { dimensionsApart, type Marking, marksOf, type Pass } from "@proofroom/domain/interview/report/report-marks";
import { steeringFacts } from "@proofroom/domain/interview/report/report-manipulation";
import type { Deps } from "./deps.ts";
import { claimsOf } from "./report-claims.ts";
import { reportMaterial } from "./report-material.ts";
import { PassAnswer } from "./report-pass-prompt.ts";

type JudgeDeps = Pick<Deps, "db" | "problemsDir" | "log">;

/** The dimensions on which the first two passes disagree so far that a third is asked. */
export const reportCompare =
  (deps: JudgeDeps) =>
  async (key: ReportKey): Promise<Dimension[]> => {
    const { marking } = await markingOf(deps, key);
    return dimensionsApart(marking, await passOf(deps, key, 1), await passOf(deps, key, 2));
  };

/** The marks as code computes them from what the steps kept. */
export async function judgementOf(deps: JudgeDeps, key: ReportKey): Promise<Judgement> {
  const { marking, isPractice, model, steering, texts } = await markingOf(deps, key);
  const passes = await Promise.all([1, 2, 3].map((pass) => passOf(deps, key, pass)));
  const facts = steeringFacts(steering, texts);
  return { outcome: "judged", model, marks: marksOf(marking, passes, !isPractice), facts };
}

async function markingOf(deps: JudgeDeps, key: ReportKey) {
  const { source, room } = await reportMaterial(deps, key);
  const { claims, model, steering } = await claimsOf(deps, key, source, Dimension.options);
  const hints = source.events.flatMap((event) => (event.type === "hint" ? [event] : []));
  const marking: Marking = { items: source.items, claims, hints };
  return { marking, isPractice: room.mode === "practice", model: model ?? "", steering, texts: source.texts };
}

async function passOf({ db }: JudgeDeps, key: ReportKey, pass: number): Promise<Pass> {
  const kept = await keptStep(db, key, `${paidStep}pass/${pass}`);
  if (kept === undefined) return {};
  return Object.fromEntries(
    PassAnswer.parse(kept).marks.map(({ item, level }): [string, Mark] => [item, level === 0 ? "not_observed" : level]),
  );
}
