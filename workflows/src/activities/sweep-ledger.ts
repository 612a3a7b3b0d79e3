import { createAiLedger } from "@proofroom/database/ai-ledger";
import type { Deps } from "./deps.ts";

/** What was said to and by a model is kept for 30 days, what it cost for good. */
export const sweepLedger =
  ({ db }: Pick<Deps, "db">) =>
  (): Promise<void> =>
    createAiLedger(db).sweep();
