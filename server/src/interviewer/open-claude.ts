import { createBreaker } from "@proofroom/ai/breaker";
import { createClaude } from "@proofroom/ai/claude";
import type { ModelFailure } from "@proofroom/ai/model";
import { chooseModels, type ModelSettings } from "@proofroom/ai/models";
import { createPaidModel } from "@proofroom/ai/paid-model";
import type { AiLedger } from "@proofroom/database/ai-ledger";
import type { Database } from "@proofroom/database/schema";
import type { PublicProblem } from "@proofroom/domain/problem/problem";
import type { Logger } from "@proofroom/process/logger";
import type { Kysely } from "kysely";
import type { Documents } from "../documents/documents.ts";
import { type ChosenVoice, claudeWhere } from "./choose-voice.ts";
import { createClaudeVoice } from "./claude/claude-voice.ts";
import { createSecondStage, type SecondStage } from "./moderation-stage-2.ts";
import { appendNotes } from "./notes.ts";

export interface ClaudeDependencies {
  settings: { apiKey: string; baseURL: string | undefined; models: ModelSettings };
  db: Kysely<Database>;
  ledger: AiLedger;
  problems: readonly PublicProblem[];
  documents: Pick<Documents, "text">;
  log: Logger;
  report: (error: unknown) => void;
}

/** How long a refused key counts as the reason why Claude is silent; the next turn may tell otherwise. */
const refusedMillis = 120_000;

/** What whoever starts the server reads when its key was tried and nothing came of it. */
const unlisted = (failure: ModelFailure): string =>
  failure === "wrong-key"
    ? "Claude refused this installation's key. Correct ANTHROPIC_API_KEY and start again; until then the interviewer is rule-based"
    : "Claude's models could not be listed; the interviewer tries again at its next turn";

/** All of the server that asks Claude. */
export interface OpenClaude {
  voice: ChosenVoice;
  secondStage: SecondStage;
}

/** Claude as the interviewer's voice, and as the second pair of eyes on the chat. A key or a model that does not work is told to the log, and never stops a start. */
export function openClaude({ settings, db, ledger, problems, documents, log, report }: ClaudeDependencies): OpenClaude {
  const model = createClaude({ ...settings, models: chooseModels(settings.models) });
  const breaker = createBreaker();
  let refusedAt = Number.NEGATIVE_INFINITY;
  const onFailure = (failure: ModelFailure, detail: string): void => {
    if (failure === "wrong-key") refusedAt = Date.now();
    log.warn({ failure, detail }, "Claude did not answer");
  };
  const paid = createPaidModel({ model, ledger, breaker, onFailure });
  // Another model looks at the chat: that one answers says nothing of the other, so each is counted for itself.
  const looking = createPaidModel({ model, ledger, breaker: createBreaker(), onFailure });
  const voice = createClaudeVoice({
    paid,
    briefOf: (problem) => problems.find(({ id }) => id === problem)?.brief ?? "",
    textAt: async (roomId, document, version) => (await documents.text(roomId, document, version))?.text ?? null,
    onLeakBlocked: ({ id, roomId }, term) =>
      void appendNotes(db, roomId, [{ type: "leak-blocked", message: id, term }]).catch(report),
    onProposal: ({ roomId }, proposal) =>
      void appendNotes(db, roomId, [{ type: "proposed", ...proposal }]).catch(report),
    onError: report,
  });
  void model.missingModels(AbortSignal.timeout(10_000)).then((missing) => {
    if (missing === "wrong-key") refusedAt = Date.now();
    if (typeof missing === "string") log.warn({ reason: missing }, unlisted(missing));
    else if (missing.length > 0) log.warn({ missing }, "this key cannot use some of the chosen models");
  }, report);
  const failing = (): ModelFailure | null => {
    if (Date.now() - refusedAt < refusedMillis) return "wrong-key";
    return breaker.isOpen() ? "breaker" : null;
  };
  return {
    voice: claudeWhere(voice, { ledger, failing }),
    secondStage: createSecondStage({ db, paid: looking, report }),
  };
}
