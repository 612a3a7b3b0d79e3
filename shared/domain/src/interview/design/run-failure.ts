import type { Exchange, TestResult } from "../../judge/result.ts";
import type { Act } from "./acts.ts";
import { placeOf, type DesignView } from "./design-view.ts";
import { endpointOf } from "./facts/api.ts";
import type { Place } from "../place.ts";
import { endpointFor } from "./run-endpoint.ts";
import { cited, tick } from "./topics/words.ts";

/** What a wording may name of one failed test. */
export interface Failure {
  result: TestResult;
  view: DesignView | null;
  endpoint: DesignView["operations"][number] | null;
  /** `POST /links`, as a sentence names it. */
  request: string;
  /** All exchanges of the test, oldest first. */
  exchanges: readonly Pick<Exchange, "request" | "response">[];
  /** Set when the same test passed in the run before. */
  passedIn: number | null;
}

/** A failed test with what the documents say of its request. */
export function failureOf(result: TestResult, view: DesignView | null, passedIn: number | null): Failure {
  const { request } = result;
  const endpoint =
    view === null
      ? null
      : request === undefined
        ? guessed(view, result.name)
        : endpointFor(view, request.method, request.path);
  const asked = request === undefined ? cited(result.name, 60) : tick(`${request.method} ${request.path}`);
  const last = request === undefined ? [] : [{ request, response: result.response ?? null }];
  return {
    result,
    view,
    endpoint,
    passedIn,
    request: endpoint === null ? asked : tick(endpointOf(endpoint.operation)),
    exchanges: [...(result.before ?? []), ...last],
  };
}

/** Without a request the test's name says which endpoint it is about. */
function guessed(view: DesignView, name: string): DesignView["operations"][number] | null {
  if (/^(?:resolve|open|redirect|get|read)/i.test(name))
    return view.operations.find(({ operation }) => operation === view.lookup?.operation) ?? null;
  return view.create;
}

export const placeOfEndpoint = ({ view, endpoint }: Failure): Place | null =>
  view === null || endpoint === null ? null : placeOf(view, "api", endpoint.operation.line);

/** The first step of the request's endpoint that does one of these, where it is written; else the endpoint. */
export const placeOfAct =
  (...kinds: Act["kind"][]) =>
  ({ view, endpoint }: Failure): Place | null => {
    if (view === null || endpoint === null) return null;
    const act = endpoint.acts.find(({ kind }) => kinds.includes(kind));
    return placeOf(view, "api", act?.line ?? endpoint.operation.line);
  };

export const wantsRefusal = ({ result }: Failure): boolean => /\banswers 4/.test(result.threshold);

/** It was refused, and should not have been. */
export function isWronglyRefused(failure: Failure): boolean {
  const status = failure.result.response?.status ?? 0;
  return status >= 400 && status < 500 && !wantsRefusal(failure);
}
