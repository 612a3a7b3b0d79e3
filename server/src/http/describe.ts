import { describeRoute, resolver } from "hono-openapi";
import type * as z from "zod/mini";
import { Refusal } from "./refusal.ts";

/** What a route does and answers, for `GET /api/openapi.json`. `null` stands for an answer without a body. */
export const describe = (summary: string, answers: Record<number, z.ZodMiniType | null>) =>
  describeRoute({
    summary,
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, schema]) => [status, answer(schema)])),
      default: answer(Refusal, "Refused: what to do instead"),
    },
  });

const answer = (schema: z.ZodMiniType | null, description = "Done") =>
  schema === null ? { description } : { description, content: { "application/json": { schema: resolver(schema) } } };
