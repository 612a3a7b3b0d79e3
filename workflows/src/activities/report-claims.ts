import { paidStep, type ReportKey } from "@proofroom/database/report-row";
import { keptStep } from "@proofroom/database/report-step";
import { DocumentName } from "@proofroom/domain/document/document";
import type { Dimension } from "@proofroom/domain/interview/dimension";
import type { Source } from "@proofroom/domain/interview/place";
import { proveIn } from "@proofroom/domain/interview/report/report-facts";
import type { ProvenClaim } from "@proofroom/domain/interview/report/report-marks";
import type { ReportTexts } from "@proofroom/domain/interview/report/report-proof";
import type { ReportSource } from "@proofroom/domain/interview/report/report-source";
import * as z from "zod/mini";
import type { Deps } from "./deps.ts";
import { EvidenceAnswer } from "./report-evidence-prompt.ts";
import { unescaped } from "./report-fence.ts";
import { isAboutHiring } from "./report-hiring.ts";

const Kept = z.object({ model: z.string(), ...EvidenceAnswer.shape });

/** What a model found in one dimension, as far as it is really there, and the lines that tried to steer it. */
export interface Claims {
  model: string | null;
  claims: ProvenClaim[];
  steering: { quote: string; source: Source }[];
}

const mostOfAnItem = 3;

/**
 * Reads what the evidence steps kept and drops every quote that is not there verbatim, or that the candidate did not
 * write, and every statement that decides about a person.
 */
export async function claimsOf(
  { db }: Pick<Deps, "db">,
  key: ReportKey,
  source: ReportSource,
  dimensions: readonly Dimension[],
): Promise<Claims> {
  const kept = await Promise.all(dimensions.map((dimension) => keptStep(db, key, `${paidStep}evidence/${dimension}`)));
  const answers = kept.flatMap((one) => (one === undefined ? [] : [Kept.parse(one)]));
  const theirs = new Set(
    source.events.flatMap((event) =>
      event.type === "message" && event.person !== null && source.candidates.has(event.person.id) ? [event.seq] : [],
    ),
  );
  const { texts } = source;
  const prove = proveIn(source);
  const found = (from: string, at: number, said: string): { quote: string; source: Source } | null => {
    for (const quote of [said, unescaped(said)]) {
      for (const source of placesOf(texts, from, at)) {
        const proven = source.kind === "message" && !theirs.has(at) ? null : prove(source, quote);
        if (proven !== null) return { quote, source: proven };
      }
    }
    return null;
  };
  const ids = new Map(source.items.map(({ id, skill }) => [id, skill]));
  const claims = answers
    .flatMap(({ evidence }) => evidence)
    .flatMap(({ item, from, at, quote, shows }): ProvenClaim[] => {
      const proven = ids.has(item) && !isAboutHiring(shows) ? found(from, at, quote) : null;
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

/** Where a quote may be: where the model says, else in a document that it did not name; what counts is where it is found. */
function placesOf({ final }: ReportTexts, from: string, at: number): Source[] {
  if (from === "chat") return [{ kind: "message", seq: at }];
  return DocumentName.options
    .toSorted((a, b) => Number(b === from) - Number(a === from))
    .map((document) => ({ kind: "document", document, version: final[document].version, line: at }));
}
