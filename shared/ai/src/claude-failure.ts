import type { ModelFailure } from "./model.ts";

/** What an error of the API means. In mid-stream it has a type and no status; a proxy in between gives a status and no type. */
export function failureOf(status: number | undefined, type: string | null): ModelFailure {
  return byType[type ?? ""] ?? byStatus(status);
}

const byType: Record<string, ModelFailure> = {
  authentication_error: "wrong-key",
  permission_error: "wrong-key",
  billing_error: "wrong-key",
  rate_limit_error: "rate-limited",
  overloaded_error: "overloaded",
  api_error: "overloaded",
  timeout_error: "timeout",
  request_too_large: "too-long",
  invalid_request_error: "rejected",
  not_found_error: "rejected",
};

function byStatus(status: number | undefined): ModelFailure {
  if (status === undefined) return "truncated";
  if (status === 401 || status === 402 || status === 403) return "wrong-key";
  if (status === 408 || status === 504) return "timeout";
  if (status === 413) return "too-long";
  if (status === 429) return "rate-limited";
  return status >= 500 ? "overloaded" : "rejected";
}
