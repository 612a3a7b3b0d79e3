import * as z from "zod/mini";
import { DocumentName, DocumentVersion } from "../../document/document.ts";
import type { RoomEvent } from "../../room/channel.ts";
import type { KeptNote } from "../note.ts";
import type { Source } from "../place.ts";
import type { ReportRun } from "./report-source.ts";

/** A quote that was found in a document as it was at an earlier version, and the line on which it begins. */
export const ProvenQuote = z.object({
  document: DocumentName,
  version: DocumentVersion,
  quote: z.string(),
  line: z.int(),
});
export type ProvenQuote = z.infer<typeof ProvenQuote>;

/** What the documents said at the end, and which earlier quotes whoever can read earlier versions has found. */
export const ReportTexts = z.object({
  final: z.record(DocumentName, z.object({ text: z.string(), version: DocumentVersion })),
  proven: z.array(ProvenQuote),
});
export type ReportTexts = z.infer<typeof ReportTexts>;

/** Answers where a quote really stands; null where it does not, and then nobody may quote it. */
export type Prove = (source: Source, quote: string) => Source | null;

/**
 * The line on which `quote` begins in `text`, the one nearest to `line`; null where it is not there verbatim. Nothing but
 * blanks is no quote.
 */
export function lineOfQuote(text: string, quote: string, line = 1): number | null {
  if (quote.trim() === "") return null;
  let best: number | null = null;
  let [at, current, counted] = [text.indexOf(quote), 1, 0];
  while (at !== -1) {
    for (; counted < at; counted++) if (text[counted] === "\n") current++;
    // A quote that begins with line breaks or blanks begins where its first word stands.
    const begins = current + (/^\s*/.exec(quote)?.[0].split("\n").length ?? 1) - 1;
    if (best === null || Math.abs(begins - line) < Math.abs(best - line)) best = begins;
    if (begins >= line) break;
    at = text.indexOf(quote, at + 1);
  }
  return best;
}

/** Checks quotes against the texts, the room's messages (or the staff's) and the results of its runs. */
export function proveBy(
  { final, proven }: ReportTexts,
  { events, runs }: { events: readonly RoomEvent[]; runs: readonly ReportRun[] },
): Prove {
  const messages = new Map(events.flatMap((event) => (event.type === "message" ? [[event.seq, event.text]] : [])));
  return (source, quote) => {
    switch (source.kind) {
      case "document": {
        const { document, version, line } = source;
        if (document === undefined || version === undefined) return null;
        const found =
          final[document].version === version
            ? lineOfQuote(final[document].text, quote, line)
            : nearest(
                proven.filter((one) => isSame(one, { document, version, quote })),
                line,
              );
        return found === null ? null : { kind: "document", document, version, line: found };
      }
      case "message": {
        const text = messages.get(source.seq ?? 0);
        return text !== undefined && quote.trim() !== "" && text.includes(quote) ? source : null;
      }
      case "result": {
        const said = runs.find(({ runId }) => runId === source.runId)?.results.find(({ name }) => name === source.name);
        if (said === undefined || quote.trim() === "") return null;
        const words = [said.name, said.observed, said.threshold, said.teaches];
        return words.some((text) => text.includes(quote)) ? source : null;
      }
    }
  };
}

const isSame = (one: ProvenQuote, other: Omit<ProvenQuote, "line">): boolean =>
  one.document === other.document && one.version === other.version && one.quote === other.quote;

function nearest(found: readonly ProvenQuote[], line = 1): number | null {
  const lines = found.map((one) => one.line).toSorted((a, b) => Math.abs(a - line) - Math.abs(b - line));
  return lines[0] ?? null;
}

/** The quotes from documents, at whatever version, that a report of these notes would show. */
export function quotesToProve(notes: readonly KeptNote[]): ProvenQuote[] {
  const wanted = notes
    .flatMap(quotedIn)
    .flatMap(({ quote, source: { document, version, line } }) =>
      document === undefined || version === undefined ? [] : [{ document, version, quote, line: line ?? 1 }],
    );
  const keyed = wanted.map((one) => [JSON.stringify([one.document, one.version, one.line, one.quote]), one] as const);
  return [...new Map(keyed).values()];
}

function quotedIn(note: KeptNote): { quote: string; source: Source }[] {
  if (note.type === "coverage") return note.evidence;
  if (note.type === "manipulation-attempt") return [note];
  if (note.type !== "topic" || note.place === null) return [];
  const { document, version, line, quote } = note.place;
  return [{ quote, source: { kind: "document", document, version, line } }];
}
