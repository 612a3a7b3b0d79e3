import { isDatabaseAway } from "@proofroom/database/away";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { databaseAway, internal, refusal } from "./refusal.ts";

/** The one place where an error becomes an answer. Whatever was not foreseen is told to `report` and to nobody else. */
export const answerError =
  (report: (error: Error) => void) =>
  (error: Error, c: Context): Response => {
    if (isDatabaseAway(error)) return c.json(databaseAway, 503, { "Retry-After": "1" });
    if (error instanceof HTTPException && error.status < 500) {
      const code = error.status === 413 ? "too-large" : "invalid";
      return c.json(
        refusal(code, error.message || "The request does not fit. Check it and send it again."),
        error.status,
      );
    }
    report(error);
    return c.json(internal, 500);
  };
