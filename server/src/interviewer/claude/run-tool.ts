import { DocumentName } from "@proofroom/domain/document/document";
import type { Place } from "@proofroom/domain/interview/place";
import { lineChanges } from "../reading/line-changes.ts";
import type { Turn } from "../voice.ts";
import { type Proposal, evidenceAt } from "./propose.ts";
import { numbered } from "./room-state.ts";
import { toolInputs } from "./tools.ts";
import type { Fence } from "./untrusted.ts";

/** What a call did. `answer` is for the model. */
export type ToolOutcome =
  | { did: "looked" | "refused"; answer: string }
  | { did: "pointed"; place: Place; answer: string }
  | { did: "proposed"; proposal: Proposal; answer: string }
  | { did: "silent"; answer: string };

export interface ToolContext {
  turn: Turn;
  fence: Fence;
  /** The text of a document at an earlier version; null where it never had that. */
  textAt: (document: DocumentName, version: string) => Promise<string | null>;
}

/** Runs one call of the model's. Whatever is wrong with it is answered to the model, never thrown. */
export async function runTool(context: ToolContext, name: string, input: unknown): Promise<ToolOutcome> {
  switch (name) {
    case "read_document": {
      const read = toolInputs.read_document.safeParse(input);
      return read.success ? readDocument(context, read.data) : misused(name);
    }
    case "diff_since": {
      const read = toolInputs.diff_since.safeParse(input);
      return read.success ? diffSince(context, read.data) : misused(name);
    }
    case "point_at": {
      const read = toolInputs.point_at.safeParse(input);
      return read.success ? pointAt(context, read.data) : misused(name);
    }
    case "get_run_results": {
      const read = toolInputs.get_run_results.safeParse(input);
      return read.success ? runResults(context, read.data.run_id) : misused(name);
    }
    case "mark_checklist": {
      const read = toolInputs.mark_checklist.safeParse(input);
      return read.success ? propose(context, read.data) : misused(name);
    }
    case "stay_silent":
      // Whoever asked gets an answer.
      return context.turn.say.unsolicited
        ? { did: "silent", answer: "" }
        : refused("Somebody waits for your answer: speak now.");
    default:
      return refused(`There is no tool ${name}.`);
  }
}

const refused = (answer: string): ToolOutcome => ({ did: "refused", answer });
const misused = (name: string): ToolOutcome => refused(`The input of ${name} does not follow its schema.`);

interface Reach {
  doc: "schema" | "api" | "design" | "topology";
  version?: string | undefined;
  from?: number | undefined;
  to?: number | undefined;
}

async function readDocument(context: ToolContext, { doc, version, from = 1, to }: Reach): Promise<ToolOutcome> {
  const { turn, fence } = context;
  if (doc === "topology") return { did: "looked", answer: fence.around("topology", topologyOf(turn)) };
  const text = await textOf(context, doc, version);
  if (text === null) return noVersion(turn, doc);
  const rows = text.split("\n");
  const lines = rows.map((_, n) => n + 1).filter((line) => line >= from && line <= (to ?? rows.length));
  if (lines.length === 0) return refused(`${doc} has ${rows.length} lines.`);
  return { did: "looked", answer: fence.around(doc, numbered(rows, lines)) };
}

async function diffSince(context: ToolContext, { doc, version }: { doc: DocumentName; version: string }) {
  const before = await textOf(context, doc, version);
  if (before === null) return noVersion(context.turn, doc);
  const now = context.turn.reading.texts[doc];
  const { lines, removed } = lineChanges(before, now);
  const answer = `${fenced(context, doc, now, lines)}\n${removed} lines were taken out.`;
  return { did: "looked" as const, answer };
}

const fenced = ({ fence }: ToolContext, doc: DocumentName, text: string, lines: number[]): string =>
  lines.length === 0 ? "No line is new." : fence.around(doc, numbered(text.split("\n"), lines));

function pointAt(
  { turn: { reading } }: ToolContext,
  {
    doc,
    version,
    line,
    end_line = line,
  }: { doc: DocumentName; version: string; line: number; end_line?: number | undefined },
): ToolOutcome {
  const now = reading.versions[doc];
  if (version !== now) return refused(`${doc} is at version ${now} now; read it again.`);
  const rows = reading.texts[doc].split("\n");
  if (line < 1 || end_line < line || end_line > rows.length) {
    return refused(`Line ${line} to ${end_line} does not exist: ${doc} has ${rows.length} lines.`);
  }
  const quote = rows
    .slice(line - 1, end_line)
    .join("\n")
    .slice(0, 300);
  return {
    did: "pointed",
    place: { document: doc, version: now, line, endLine: end_line, quote },
    answer: "Highlighted.",
  };
}

function runResults({ turn, fence }: ToolContext, id: string | undefined): ToolOutcome {
  const run = id === undefined ? turn.state.runs.at(-1) : turn.state.runs.find(({ runId }) => runId === id);
  if (run === undefined) return refused("There is no such run.");
  const lines = run.results.map((one) => `${one.name}: ${one.status}. ${one.observed} Expected: ${one.threshold}`);
  return { did: "looked", answer: fence.around("run", `Run ${run.number}\n${lines.join("\n")}`) };
}

function propose({ turn }: ToolContext, { item, evidence_ref }: { item: string; evidence_ref: string }): ToolOutcome {
  const asked = new Set([turn.say.question?.item, ...turn.state.said.map(({ question }) => question?.item)]);
  if (!asked.has(item)) return refused("Only the item of a question that was asked can be proposed.");
  const evidence = evidenceAt(turn, evidence_ref);
  if (evidence === null) return refused(`${evidence_ref} is no line and no message of theirs.`);
  return { did: "proposed", proposal: { item, evidence }, answer: "Noted." };
}

async function textOf(context: ToolContext, doc: DocumentName, version: string | undefined): Promise<string | null> {
  const { reading } = context.turn;
  if (version === undefined || version === reading.versions[doc]) return reading.texts[doc];
  return context.textAt(doc, version);
}

const noVersion = ({ reading }: Turn, doc: DocumentName): ToolOutcome =>
  refused(`${doc} has no such version; it is at ${reading.versions[doc]}.`);

function topologyOf({ reading: { model } }: Turn): string {
  const parts = model.components.map(
    ({ id, kind, replicas, from }) =>
      `${id}: ${kind}, ${replicas} of it${from === "default" ? ", started though nobody has drawn it" : ""}`,
  );
  const edges = model.edges.map(({ from, to, async: isAsync }) => `${from} ${isAsync ? "-.->" : "-->"} ${to}`);
  return [...parts, ...edges].join("\n");
}
