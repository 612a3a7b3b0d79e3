import { createBreaker } from "@proofroom/ai/breaker";
import { createClaude } from "@proofroom/ai/claude";
import { chooseModels } from "@proofroom/ai/models";
import { createPaidModel, type PaidModel } from "@proofroom/ai/paid-model";
import { createAiLedger } from "@proofroom/database/ai-ledger";
import type { Database } from "@proofroom/database/schema";
import type { Logger } from "@proofroom/process/logger";
import type { Kysely } from "kysely";
import type { Config } from "./config.ts";

/** The worker's way to Claude; null without a key. It repeats nothing by itself: an activity that failed is repeated by Temporal. */
export function openModel(claude: Config["claude"], db: Kysely<Database>, log: Logger): PaidModel | null {
  if (claude === null) return null;
  const { apiKey, baseURL, settings } = claude;
  return createPaidModel({
    model: createClaude({ apiKey, baseURL, models: chooseModels(settings), maxRetries: 0 }),
    ledger: createAiLedger(db),
    breaker: createBreaker(),
    onFailure: (failure, detail) => log.warn({ failure, detail }, "Claude gave no answer"),
  });
}
