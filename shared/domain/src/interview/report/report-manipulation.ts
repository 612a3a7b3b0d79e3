import { DocumentName } from "../../document/document.ts";
import { isSteering } from "../language/steering.ts";
import type { Source } from "../place.ts";
import { messageOf } from "./message-source.ts";
import { isGone } from "./report-item-state.ts";
import type { Prove, ReportTexts } from "./report-proof.ts";
import type { ReportSource } from "./report-source.ts";
import type { ReportFact } from "./report.ts";

/**
 * Lines of documents and chat that try to steer the judgement, told to staff as a fact; nothing else follows from them. What
 * was noted when it was first read is told though it was deleted before the end.
 */
export function manipulationFacts({ events, texts, notes }: ReportSource, prove: Prove): ReportFact[] {
  const inDocuments = DocumentName.options.flatMap((document) => {
    const { text, version } = texts.final[document];
    return steeringLines(text).map(({ quote, line }) => ({
      quote,
      source: { kind: "document", document, version, line } as const,
    }));
  });
  const inChat = events.flatMap((event) => {
    if (event.type !== "message" || event.person === null) return [];
    const source = messageOf({ seq: event.seq });
    return steeringLines(event.text).map(({ quote }) => ({ quote, source }));
  });
  const noted = notes.flatMap((note) => (note.type === "manipulation-attempt" ? [note] : []));
  return steeringFacts(
    [...inDocuments, ...inChat, ...noted.toReversed()].flatMap(({ quote, source }) => {
      const where = prove(source, quote);
      return where === null ? [] : [{ quote, source: where }];
    }),
    texts,
  );
}

/** The lines of a text that talk to whoever marks it, counted from 1. */
export const steeringLines = (text: string): { quote: string; line: number }[] =>
  text.split("\n").flatMap((whole, n) => {
    const quote = whole.trim().slice(0, 300).toWellFormed();
    return isSteering(whole) ? [{ quote, line: n + 1 }] : [];
  });

/** Tells each line once, and not what it looked like while it was typed; what it says has been proved. */
export function steeringFacts(found: readonly { quote: string; source: Source }[], texts: ReportTexts): ReportFact[] {
  const told: { quote: string; source: Source }[] = [];
  for (const one of found) {
    const isTold = told.some(({ quote, source }) => quote.startsWith(one.quote) && isOneText(source, one.source));
    if (!isTold) told.push(one);
  }
  return told.map((one) => ({
    kind: "notice",
    text: isGone(one, texts) ? `${text} It was taken out before the end.` : text,
    ...one,
    staff: true,
  }));
}

const isOneText = (a: Source, b: Source): boolean => a.kind === b.kind && a.document === b.document && a.seq === b.seq;

const text = "This line speaks to whoever marks the work. It was read as text and changed nothing.";
