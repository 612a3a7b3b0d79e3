/** An endpoint, and what it serves. */
export interface Titled {
  method: string;
  path: string;
  capability: string;
}

/**
 * What the endpoint serves that a title writes out: `PUT /holds/{id}/confirmation` is about a confirmation, though the path begins with
 * holds. What an API's paths begin with, `/v1`, may be left out of either; undefined where no endpoint is meant, or several are.
 */
export function titledEndpoint(title: string, serving: readonly Titled[]): string | undefined {
  const [, method = "", written = ""] = endpointIn.exec(title) ?? [];
  const path = shapeOf(written);
  if (path === "") return undefined;
  const fit = serving.filter(
    (one) => one.method.toLowerCase() === method.toLowerCase() && isEnd(shapeOf(one.path), path),
  );
  const found = new Set(fit.map(({ capability }) => capability));
  return found.size === 1 ? [...found][0] : undefined;
}

const endpointIn = /\b(get|post|put|patch|delete)\s{1,3}[`*"']{0,3}(\/[^\s`*"'?]{1,200})/i;

/** A path without the names of its parameters, however these are written. */
const shapeOf = (path: string): string =>
  path
    .replace(/\{[^{}]{0,60}\}|<[^<>]{0,60}>|:\w{1,60}|(?<=\/)\d{1,12}(?=\/|\W|$)/g, "{}")
    .replace(/[/.,;:)]+$/, "")
    .toLowerCase();

const isEnd = (one: string, other: string): boolean => one.endsWith(other) || other.endsWith(one);
