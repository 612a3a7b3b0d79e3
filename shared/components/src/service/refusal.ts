import type { Operation } from "@proofroom/domain/design/model";
import { whenTaken } from "@proofroom/domain/design/refusal-status";
import { postgresError } from "./postgres-error.ts";
import type { Answer } from "./scope.ts";

const refusal = (status: number, error: string, message: string): Answer => ({ status, body: { error, message } });

/** A request against the endpoint's own rules answers the 4xx that the endpoint declares for it, 400 before 422. */
export function invalid(operation: Operation, message: string): Answer {
  const declared = new Set(operation.responses.map((r) => r.status));
  return refusal(!declared.has(400) && declared.has(422) ? 422 : 400, "invalid", message);
}

/** Broken values: not null, check, text, numbers, times and encodings that the column does not take. */
const brokenValue = new Set(["23502", "23514", "22P02", "22001", "22003", "22007", "22008", "22021", "22P05"]);

/** Where a path alone says which row is meant, `/links/abc` of a numbered table names none: it is not there. */
function looksUpByPath({ steps, responses }: Operation): boolean {
  const values = JSON.stringify(steps);
  const saysOtherwise = responses.some((r) => r.status === 400) && !responses.some((r) => r.status === 404);
  return values.includes('"$path.') && !/"\$(?:query|body|header)\./.test(values) && !saysOtherwise;
}

/**
 * What a refusal by the database means to the client. `inPath` are the columns whose value came from the path: a missing
 * parent that the path names is a thing that does not exist, any other one a conflict. Throws an error of our own on.
 */
export function refusalOf(error: unknown, operation: Operation, inPath: ReadonlySet<string>): Answer {
  const refused = postgresError(error);
  if (refused === null) {
    if (!(error instanceof Error) || error instanceof TypeError || error instanceof RangeError) throw error;
    return refusal(503, "unavailable", error.message);
  }
  const { code, message, columns } = refused;
  if (code === "23505" || code === "23P01") return refusal(whenTaken(operation), "conflict", message);
  if (code === "23503") {
    const isMissing = columns.some((column) => inPath.has(column));
    return isMissing ? refusal(404, "not-found", message) : refusal(409, "conflict", message);
  }
  if (code === "22P02" && looksUpByPath(operation)) return refusal(404, "not-found", message);
  if (brokenValue.has(code)) return invalid(operation, message);
  // Class 42: the statement does not fit the schema, so no repetition will help. All else may pass.
  return code.startsWith("42") ? refusal(500, "broken", message) : refusal(503, "unavailable", message);
}
