import type { AiLedger } from "@proofroom/database/ai-ledger";
import { Hono } from "hono";
import * as z from "zod/mini";
import type { Access } from "../auth/access.ts";
import { describe } from "../http/describe.ts";

const Usage = z.object({
  turns: z.int(),
  tokensIn: z.int(),
  tokensOut: z.int(),
  costUsd: z.number(),
  budgetUsd: z.number(),
});

/** What one's own share of Claude's words has cost since midnight; without a key all of it is 0. */
export const usageRoutes = ({ access, ledger }: { access: Access; ledger: Pick<AiLedger, "usageOf"> }) =>
  new Hono().get(
    "/usage",
    describe("What Claude has cost me today, and how much it may", { 200: Usage }),
    access.signedIn,
    async (c) => c.json(await ledger.usageOf(c.var.caller.person.id), 200),
  );
