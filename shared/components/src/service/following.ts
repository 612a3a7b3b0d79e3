import { AsyncLocalStorage } from "node:async_hooks";
import type { Operation } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";
import { plainSteps, stepsIn } from "@proofroom/domain/design/steps-within";
import { keyWords } from "@proofroom/domain/design/key-words";
import { wordsOf, wordsOfStep } from "@proofroom/domain/design/words";
import type { Hop, TracedAsk, TracedStatement, TracedStep } from "@proofroom/domain/judge/trace";
import { postgresError } from "./postgres-error.ts";

interface Followed {
  /** The test's request. */
  request: string;
  operation: Operation | null;
  statements: TracedStatement[];
  asks: TracedAsk[];
  dropped: number;
  step: TracedStep | null;
}

const most = { statements: 50, asks: 50, text: 2_000, value: 2_000, values: 100, what: 200 };
const current = new AsyncLocalStorage<Followed>();

/** Does a request's work and answers what it sent to the database and asked of others, in their order. */
export async function following<T>(
  request: string,
  operation: Operation | null,
  work: () => Promise<T>,
): Promise<{ result: T } & Pick<Hop, "statements" | "asks" | "dropped">> {
  const followed: Followed = { request, operation, statements: [], asks: [], dropped: 0, step: null };
  const result = await current.run(followed, work);
  const { statements, asks, dropped } = followed;
  return { result, statements, ...(asks.length === 0 ? {} : { asks }), dropped };
}

/** On whose behalf work is done now, where a request is followed. */
export const followedRequest = (): string | undefined => current.getStore()?.request;

/** What the work sends is sent for this step of the endpoint. */
export async function forStep<T>(step: Step, work: () => Promise<T>): Promise<T> {
  const followed = current.getStore();
  if (followed === undefined || followed.operation === null) return work();
  const line = lineOf(followed.operation, step);
  const words = wordsIn(followed.operation.steps, step) ?? wordsOf([step]);
  followed.step = { words: words.join(" "), ...(line > 0 ? { line } : {}) };
  try {
    return await work();
  } finally {
    followed.step = null;
  }
}

/** As `forStep`, for the look whether a request's key is known already. */
export async function forKey<T>(work: () => Promise<T>): Promise<T> {
  const followed = current.getStore();
  const operation = followed?.operation;
  const idempotency = operation?.idempotency;
  if (!followed || !operation || idempotency === undefined) return work();
  followed.step = {
    words: keyWords(idempotency),
    line: operation.idempotencyLine ?? operation.line,
  };
  try {
    return await work();
  } finally {
    followed.step = null;
  }
}

interface Sending {
  text: string;
  values?: unknown[];
  isInTransaction: boolean;
  standby: string | undefined;
}

/** Sends a statement and remembers how it went, where a request is followed. */
export async function sending<T extends { rowCount: number | null }>(
  { text, values = [], isInTransaction, standby }: Sending,
  send: () => Promise<T>,
): Promise<T> {
  const followed = current.getStore();
  if (followed === undefined) return send();
  const began = performance.now();
  const statement: TracedStatement = {
    at: new Date().toISOString(),
    millis: 0,
    text: text.slice(0, most.text),
    values: values.slice(0, most.values).map(shown),
    isInTransaction,
    ...(standby === undefined ? {} : { standby }),
    ...(followed.step === null ? {} : { step: followed.step }),
  };
  if (followed.statements.length < most.statements) followed.statements.push(statement);
  else followed.dropped += 1;
  try {
    const result = await send();
    if (result.rowCount !== null) statement.rows = result.rowCount;
    return result;
  } catch (error) {
    const code = postgresError(error)?.code;
    const message = error instanceof Error ? error.message : String(error);
    statement.refused = { ...(code === undefined ? {} : { code }), message };
    throw error;
  } finally {
    statement.millis = Math.round((performance.now() - began) * 100) / 100;
  }
}

type Came = Pick<TracedAsk, "came" | "isRefused">;

/** Asks another part something and remembers how that went, where a request is followed. */
export async function asking<T>(
  { to, what }: { to: string; what: () => string },
  ask: () => Promise<T>,
  cameOf: (answer: T) => Came,
): Promise<T> {
  const followed = current.getStore();
  if (followed === undefined) return ask();
  const began = performance.now();
  const at = new Date().toISOString();
  const keep = (came: Came): void => {
    const millis = Math.round((performance.now() - began) * 100) / 100;
    const step = followed.step === null ? {} : { step: followed.step };
    if (followed.asks.length < most.asks)
      followed.asks.push({ at, millis, to, what: what().slice(0, most.what), ...came, ...step });
    else followed.dropped += 1;
  };
  try {
    const answer = await ask();
    keep(cameOf(answer));
    return answer;
  } catch (error) {
    keep({ came: (error instanceof Error ? error.message : String(error)).slice(0, most.what), isRefused: true });
    throw error;
  }
}

/** As Postgres reads it, so that the same statement can be planned again. */
function shown(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text =
    typeof value === "string" ? value : value instanceof Date ? value.toISOString() : (JSON.stringify(value) ?? "null");
  return text.slice(0, most.value);
}

/** What a step does where it stands: one behind which it is asked whether there was a row answers nothing by itself. */
function wordsIn(steps: readonly Step[], wanted: Step): string[] | undefined {
  const at = steps.indexOf(wanted);
  if (at !== -1) return wordsOfStep(wanted, steps[at + 1]);
  for (const step of steps) {
    const lists = "if" in step ? [step.then, step.else ?? []] : [stepsIn(step) ?? []];
    const found = lists.map((list) => wordsIn(list, wanted)).find((words) => words !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** 0 where it is written nowhere. */
function lineOf({ steps, stepLines, line }: Operation, wanted: Step): number {
  for (const [n, step] of steps.entries()) {
    const at = plainSteps([step]).findIndex((own) => own === wanted);
    if (at !== -1) return stepLines?.[n]?.inside[at] ?? stepLines?.[n]?.line ?? line;
  }
  return line;
}
