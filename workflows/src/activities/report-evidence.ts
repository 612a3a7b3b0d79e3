import { type ReportKey, tellReport } from "@proofroom/database/report-row";
import { type Dimension } from "@proofroom/domain/interview/dimension";
import { dimensionTitles } from "@proofroom/domain/interview/report/report-body";
import { beating } from "./beating.ts";
import type { Deps } from "./deps.ts";
import { askOnce } from "./report-ask.ts";
import { EvidenceAnswer, evidenceRequest } from "./report-evidence-prompt.ts";
import { nonceOf } from "./report-fence.ts";
import { reportMaterial } from "./report-material.ts";

/** Has a model look for what shows the items of one dimension. What it quotes is believed by nobody before it is found. */
export const reportEvidence =
  (deps: Pick<Deps, "db" | "problemsDir" | "log" | "ai">) =>
  async ({ dimension, dimensions, ...key }: ReportKey & { dimension: Dimension; dimensions: Dimension[] }) => {
    using _beating = beating();
    const done = 1 + dimensions.indexOf(dimension);
    const step = `Looking for evidence: ${dimensionTitles[dimension]}`;
    await tellReport(deps.db, key, { id: `evidence/${dimension}`, step, done, of: dimensions.length + 4 });
    const { source, room } = await reportMaterial(deps, key);
    const items = source.items.filter(({ skill }) => skill === dimension);
    await askOnce(deps, key, {
      step: `evidence/${dimension}`,
      ownerId: room.ownerId,
      request: evidenceRequest(source, items, nonceOf(key.roomId, source.texts)),
      read: (value) => EvidenceAnswer.safeParse(value).data ?? null,
    });
  };
