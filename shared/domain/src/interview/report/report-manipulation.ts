import { DocumentName } from "../../document/document.ts";
import type { Source } from "../place.ts";
import { type Prove } from "./report-proof.ts";
import type { ReportSource } from "./report-source.ts";
import type { ReportFact } from "./report.ts";

const reader =
  "(?:ai )?(?:interviewer|evaluator|grader|examiner|assessor|judge|assistant|reviewer|language model|llm|ai|claude)";

/** The line turns to whoever marks it: names them and goes on with a comma, a colon or "you". */
const addressed = new RegExp(
  `(?:^|[^\\w-])(?:system\\s*:|${reader}\\s*[:,!]|${reader},? you\\b|(?:note|message) to (?:the )?${reader}\\b)`,
  "i",
);
const orders = [
  /\b(?:print|reveal|show|repeat|output|tell|leak)\b.{0,40}\b(?:instructions?|prompt|rubric|anchors?|solution)\b/i,
  /\b(?:score|mark|grade|rate|award|give)\b.{0,40}(?:\b(?:4|four|10|ten|highest|maximum|full|top|perfect)\b|100 ?%)/i,
  /\b(?:ignore|disregard|forget|override)\b/i,
];
/** Said to nobody else than a model or a marker, named or not. */
const unmistakable = [
  /\b(?:ignore|disregard|forget|override)\b.{0,30}\b(?:previous|prior|above|earlier|your|all|any|system)\b.{0,20}\b(?:instructions?|prompts?|rules)\b/i,
  /\b(?:score|mark|grade|rate|award|give)\s+(?:me|my (?:design|answer|work)|this (?:candidate|design|answer|work|submission))\b.{0,30}(?:\b(?:4|four|10|ten|highest|maximum|full|top|perfect)\b|100 ?%)/i,
  /\byou are now (?:a|an|in|the)\b|\byour (?:new|real) instructions\b/i,
];

/** Whether a line talks to whoever marks it, instead of about the design. */
export const isManipulation = (line: string): boolean =>
  unmistakable.some((said) => said.test(line)) || (addressed.test(line) && orders.some((order) => order.test(line)));

/** Lines of documents and chat that try to steer the judgement, told to staff as a fact; nothing else follows from them. */
export function manipulationFacts({ events, texts, notes }: ReportSource, prove: Prove): ReportFact[] {
  const inDocuments = DocumentName.options.flatMap((document) => {
    const { text, version } = texts.final[document];
    const lines = text.split("\n").map((quote, n) => ({ quote, line: n + 1 }));
    return lines
      .filter(({ quote }) => isManipulation(quote))
      .map(({ quote, line }) => ({
        quote: quote.trim().slice(0, 300),
        source: { kind: "document", document, version, line } as const,
      }));
  });
  const inChat = events.flatMap((event) => {
    if (event.type !== "message" || event.person === null) return [];
    const { seq } = event;
    const lines = event.text.split("\n").filter(isManipulation);
    return lines.map((line) => ({ quote: line.trim().slice(0, 300), source: { kind: "message", seq } as const }));
  });
  const noted = notes.flatMap((note) => (note.type === "manipulation-attempt" ? [note] : []));
  return steeringFacts(
    [...noted, ...inDocuments, ...inChat].flatMap(({ quote, source }) => {
      const where = prove(source, quote);
      return where === null ? [] : [{ quote, source: where }];
    }),
  );
}

/** Tells each line once; what it says has been proved. */
export function steeringFacts(found: readonly { quote: string; source: Source }[]): ReportFact[] {
  const keyed = found.map(({ quote, source }): [string, ReportFact] => [
    JSON.stringify([source.kind, source.document, source.seq ?? source.line]),
    { kind: "notice", text, quote, source, staff: true },
  ]);
  return [...new Map(keyed).values()];
}

const text = "This line speaks to whoever marks the work. It was read as text and changed nothing.";
