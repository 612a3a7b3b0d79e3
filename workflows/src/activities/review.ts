import type { Finding } from "@proofroom/domain/design/finding";
import { stops } from "@proofroom/domain/design/stops";
import type { RunId } from "@proofroom/domain/id";
import { planBlueprint } from "@proofroom/domain/infrastructure/plan";
import { tell } from "@proofroom/domain/run/told";
import { activityInfo } from "@temporalio/activity";
import { beating } from "./beating.ts";
import type { Deps } from "./deps.ts";
import { frozenDesign } from "./frozen-design.ts";
import { plural } from "../judge/words.ts";
import { createTeller } from "./teller.ts";

/** `asksModel`: a model may be asked for a second opinion. Absent from reviews that were recorded before there was one. */
export type Reviewed = { outcome: "sound"; asksModel?: boolean } | { outcome: "refused"; reason: string };

/** Reads the frozen texts by the rules that the room shows, and tells every finding. */
export const review =
  (deps: Deps) =>
  async ({ runId }: { runId: RunId }): Promise<Reviewed> => {
    using _beating = beating();
    await using teller = createTeller(deps.db, runId, activityInfo().attempt);
    const began = performance.now();
    teller.tell(tell({ type: "step", step: "read", state: "started" }));
    const { model } = await frozenDesign(deps, runId);
    const { findings } = model;
    teller.tell(...findings.map((finding, n) => findingTold("review", n, finding)));
    const stopping = findings.filter(stops);
    const millis = Math.round(performance.now() - began);
    if (stopping.length > 0) {
      const toSettle = plural(stopping.length, "finding");
      teller.tell(tell({ type: "step", step: "read", state: "failed", millis, detail: toSettle }));
      return { outcome: "refused", reason: `The design cannot run yet: ${toSettle} to settle first.` };
    }
    teller.tell(tell({ type: "step", step: "read", state: "done", millis, detail: summary(model) }));
    const { notes } = planBlueprint(model);
    teller.tell(
      tell({ type: "step", step: "plan", state: "done", ...(notes.length === 0 ? {} : { detail: notes.join("; ") }) }),
    );
    return { outcome: "sound", asksModel: deps.ai !== null };
  };

/** A finding's place in its list makes it that finding: the reader is pure, so a retry counts the same. */
export const findingTold = (by: "review" | "deploy" | "model", n: number, finding: Finding) => ({
  eventId: `finding/${by}/${n}`,
  fact: { type: "finding" as const, ...finding },
});

const summary = ({
  tables,
  operations,
  components,
}: {
  tables: unknown[];
  operations: unknown[];
  components: unknown[];
}) =>
  [plural(tables.length, "table"), plural(operations.length, "endpoint"), plural(components.length, "component")].join(
    ", ",
  );
