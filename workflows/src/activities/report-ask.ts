import { isFinal } from "@proofroom/ai/model-failure";
import type { ModelFailure, ModelRequest } from "@proofroom/ai/model";
import { paidStep, type ReportKey } from "@proofroom/database/report-row";
import { keepStep, keptStep } from "@proofroom/database/report-step";
import { PersonId, RoomId } from "@proofroom/domain/id";
import { activityInfo, ApplicationFailure, Context } from "@temporalio/activity";
import type { Deps } from "./deps.ts";

interface Question {
  step: string;
  /** Whose day pays. */
  ownerId: string;
  request: ModelRequest;
  /** What is kept of an answer; null where it does not fit and has to be asked for again. */
  read: (value: unknown) => object | null;
}

const tries = 4;

/**
 * Asks once for each step of an attempt: what was answered before is not asked for again, and what is answered now is kept
 * before anything else happens.
 */
export async function askOnce(
  { db, ai, log }: Pick<Deps, "db" | "ai" | "log">,
  key: ReportKey,
  { step, ownerId, request, read }: Question,
): Promise<void> {
  if ((await keptStep(db, key, paidStep + step)) !== undefined) return;
  if (ai === null) throw failureOf("no-key");
  const { cancellationSignal, cancelled } = Context.current();
  const purse = {
    roomId: RoomId.parse(key.roomId),
    personId: PersonId.parse(ownerId),
    purpose: "evaluation",
  } as const;
  const answer = await ai.ask(purse, request, cancellationSignal);
  if (answer.outcome === "failed") {
    if (answer.failure === "aborted") await cancelled;
    log.warn({ room: key.roomId, step, failure: answer.failure, detail: answer.detail }, "a report's question failed");
    throw failureOf(answer.failure);
  }
  const output = read(answer.value);
  if (output === null) throw failureOf("truncated");
  await keepStep(db, key, paidStep + step, { model: answer.model, ...output });
}

/** What would only repeat itself is not tried again, an open breaker is not waited for, and nothing is tried more than four times. */
const failureOf = (failure: ModelFailure): ApplicationFailure =>
  ApplicationFailure.create({
    message: `no answer from the model: ${failure}`,
    type: failure,
    nonRetryable: isFinal(failure) || failure === "breaker" || activityInfo().attempt >= tries,
  });
