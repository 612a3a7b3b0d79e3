import { messageIn } from "@proofroom/domain/judge/answer-message";
import { requestIdHeader, requestTag, type TestResult } from "@proofroom/domain/judge/result";
import type { Explanation, ExplanationEvidence } from "@proofroom/domain/run/explanation";
import type { Run, RunLogLine } from "@proofroom/domain/run/run";
import type { RunStatus } from "@proofroom/domain/run/status";
import { templateOf } from "./template.ts";

type Request = NonNullable<TestResult["request"]>;

/** What is known of a run that did not pass. */
export interface Case {
  run: Run;
  /** How it is about to end; its last status is not told yet. */
  ending: { status: RunStatus; reason?: string };
  /** The room's last run that passed before it, if there is one. */
  earlier: { number: number; isSameDesign: boolean; changed: string[] } | null;
}

/** What a rule makes of a case. */
export interface Explained extends Omit<Explanation, "source"> {
  nextStep: string;
}

/** Rules are asked in order; the first that knows the cause answers. */
export type Rule = (given: Case) => Explained | null;

export const logEvidence = ({ component, seq, line }: RunLogLine): ExplanationEvidence => ({
  kind: "log",
  component,
  seq,
  text: line.slice(0, 300),
});

/** A request that was answered as asked: whatever its path reads like, it is no sign of trouble. */
const answered = /^[A-Z]+ \S+ [1-4]\d\d /;

/** The lines that match, one of each shape and four at most. */
export function linesLike(lines: readonly RunLogLine[], pattern: RegExp): RunLogLine[] {
  const byShape = new Map<string, RunLogLine>();
  for (const line of lines) {
    if (!pattern.test(line.line) || answered.test(line.line)) continue;
    const shape = `${line.component} ${templateOf(line.line)}`;
    if (!byShape.has(shape)) byShape.set(shape, line);
  }
  return [...byShape.values()].slice(0, 4);
}

/** Whether a test sent the very same before, and that had been answered with success. */
export const isRepeat = ({ request, before = [] }: TestResult): boolean =>
  request !== undefined &&
  before.some((one) => isSameRequest(one.request, request) && (one.response?.status ?? 500) < 400);

/** What is to be done where a repeat is not answered as the first was. */
export const repeatNext =
  "Keep the key in a column with a unique constraint and look for it before anything is written: the row that has it is answered again, also where its state, its time or a constraint would refuse a new one.";

const isSameRequest = (one: Request, other: Request): boolean =>
  one.method === other.method && one.path === other.path && one.body === other.body;

/**
 * What the components said of the very request that decided a result, and of the same one sent before it. A line of another
 * request is none of these, however alike they look.
 */
export function linesOf(run: Run, { request, before = [] }: TestResult): RunLogLine[] {
  if (request === undefined) return [];
  const same = before.map((exchange) => exchange.request).filter((one) => isSameRequest(one, request));
  const sent = [...same, request];
  const tags = sent.map((one) => requestTag(one.headers[requestIdHeader])).filter((tag) => tag !== "");
  return run.log.filter(({ line }) => tags.some((tag) => line.includes(tag)));
}

/** Whether a line is about some one request that is none of these results'. */
export const isOfAnother = (run: Run, results: readonly TestResult[]): ((line: RunLogLine) => boolean) => {
  const own = new Set(results.flatMap((result) => linesOf(run, result)));
  return (line) => / \(request [\w-]+\)/.test(line.line) && !own.has(line);
};

/** What an answer says in words: the message of its JSON, else the body as it is. */
export function wordsOf({ response }: TestResult): string {
  const body = response?.body ?? "";
  const message = messageIn(body);
  return message ?? body;
}

export const failuresOf = (run: Run) => run.results.filter(({ status }) => status === "failed");

export const resultEvidence = (result: TestResult): ExplanationEvidence => ({
  kind: "result",
  name: result.name,
  text: result.observed.slice(0, 300),
});
