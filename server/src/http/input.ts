import { validator } from "hono-openapi";
import type { ValidationTargets } from "hono";
import * as z from "zod/mini";
import { refusal } from "./refusal.ts";

/**
 * Checks a part of the request; what does not fit is answered 400. A check whose message is a sentence of its own, with a full stop,
 * says it to people; any other message comes with the name of the field, for programmers.
 */
export const input = <Target extends keyof ValidationTargets, Schema extends z.ZodMiniType>(
  target: Target,
  schema: Schema,
) =>
  validator(target, schema, (result, c) => {
    if (result.success) return;
    const [issue] = result.error;
    const path = (issue?.path ?? []).map((part) => String(typeof part === "object" ? part.key : part)).join(".");
    const forProgrammers = `${path === "" ? "The request" : path}: ${issue?.message ?? "does not fit"}`;
    return c.json(refusal("invalid", sentenceIn(result.error) ?? forProgrammers), 400);
  });

/** What the first failed check says to people; null where it speaks to programmers. */
export const sentenceIn = (issues: readonly { message: string }[]): string | null =>
  issues[0]?.message.endsWith(".") === true ? issues[0].message : null;

const count = z.string().check(z.regex(/^\d{1,15}$/, "Must be the number of the last event you have, 0 for none"));

/** `?after=SEQ`: only what came later. */
export const After = z.object({ after: z.optional(count) });
export const afterOf = (query: { after?: string | undefined }): number => Number(query.after ?? 0);
