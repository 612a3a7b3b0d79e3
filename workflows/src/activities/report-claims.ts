import { paidStep, type ReportKey } from "@proofroom/database/report-row";
import { keptStep } from "@proofroom/database/report-step";
import type { Dimension } from "@proofroom/domain/interview/dimension";
import type { Source } from "@proofroom/domain/interview/place";
import { proveIn } from "@proofroom/domain/interview/report-facts";
import type { ProvenClaim } from "@proofroom/domain/interview/report-marks";
import type { ReportSource } from "@proofroom/domain/interview/report-source";
import * as z from "zod/mini";
import type { Deps } from "./deps.ts";
import { EvidenceAnswer } from "./report-evidence-prompt.ts";
import { unescaped } from "./report-fence.ts";

const Kept = z.object({ model: z.string(), ...EvidenceAnswer.shape });

/** What a model found in one dimension, as far as it is really there, and the lines that tried to steer it. */
export interface Claims {
  model: string | null;
  claims: ProvenClaim[];
  steering: { quote: string; source: Source }[];
}

const mostOfAnItem = 3;

/** Reads what the evidence steps kept and drops every quote that is not there verbatim, or that the candidate did not write. */
export async function claimsOf(
  { db }: Pick<Deps, "db">,
  key: ReportKey,
  source: ReportSource,
  dimensions: readonly Dimension[],
): Promise<Claims> {
  const kept = await Promise.all(dimensions.map((dimension) => keptStep(db, key, `${paidStep}evidence/${dimension}`)));
  const answers = kept.flatMap((one) => (one === undefined ? [] : [Kept.parse(one)]));
  const theirs = new Set(source.events.flatMap((e) => (e.type === "message" && e.person !== null ? [e.seq] : [])));
  const prove = proveIn(source);
  const found = (from: string, at: number, quote: string): { quote: string; source: Source } | null => {
    const where = sourceOf(source, from, at);
    if (where === null || (where.kind === "message" && !theirs.has(at))) return null;
    for (const words of [quote, unescaped(quote)]) {
      const proven = prove(where, words);
      if (proven !== null) return { quote: words, source: proven };
    }
    return null;
  };
  const ids = new Map(source.items.map(({ id, skill }) => [id, skill]));
  const claims = answers
    .flatMap(({ evidence }) => evidence)
    .flatMap(({ item, from, at, quote, shows }): ProvenClaim[] => {
      const proven = ids.has(item) ? found(from, at, quote) : null;
      return proven === null ? [] : [{ item, text: shows.slice(0, 300), ...proven }];
    });
  return {
    model: answers[0]?.model ?? null,
    claims: [...ids.keys()].flatMap((id) => claims.filter(({ item }) => item === id).slice(0, mostOfAnItem)),
    steering: answers
      .flatMap(({ steering }) => steering)
      .flatMap(({ from, at, quote }) => found(from, at, quote) ?? []),
  };
}

function sourceOf({ texts }: ReportSource, from: string, at: number): Source | null {
  if (from === "chat") return { kind: "message", seq: at };
  if (from !== "schema" && from !== "api" && from !== "design") return null;
  return { kind: "document", document: from, version: texts.final[from].version, line: at };
}
