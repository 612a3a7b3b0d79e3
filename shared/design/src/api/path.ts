import type { Tell } from "../text/report.ts";
import { nearest } from "../text/nearest.ts";
import { remembered } from "../text/remembered.ts";
import { tellLongName } from "./name-length.ts";
import { type Entry, startOf } from "../text/yaml.ts";

/** `/a/{x}` and `/a/{y}` have one shape. */
export const pathShape = (path: string): string => path.replace(/\{[^}]*\}/g, "{}");

export const parametersIn = (path: string): string[] => [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name);

/** A path's words and parameters in their order; of `/seats/{id}:hold` the word `:hold` is one of its own. */
export const segmentsOf = remembered((path): readonly string[] =>
  path
    .replaceAll("}", "}/")
    .split("/")
    .filter((part) => part !== ""),
);

export const isParameter = (segment: string): boolean => segment.includes("{");

/** A path's own words, its parameters apart. */
export const wordsOfPath = (path: string): string[] => segmentsOf(path).filter((part) => !isParameter(part));

/** Whether a path can be routed; tells what is wrong with one that cannot. */
export function checkPath({ key, keyNode }: Entry, tell: Tell): boolean {
  const problem = problemOf(key);
  if (problem === null) {
    for (const name of parametersIn(key)) tellLongName(name, startOf(keyNode), tell);
    return true;
  }
  tell({ severity: "error", rule: "path", message: problem, from: startOf(keyNode) });
  return false;
}

function problemOf(path: string): string | null {
  if (!path.startsWith("/")) return `A path begins with a slash: /${path}.`;
  if (path.length > 500) return "This path is too long; shorten it.";
  if (/\/:[\p{L}\p{N}_]/u.test(path))
    return `A parameter of a path stands in braces: ${path.replace(/:([\p{L}\p{M}\p{N}_]+)/gu, "{$1}")}.`;
  if (/[?#]/.test(path)) return "A path has no query; describe it under parameters, with in: query.";
  // `/tickets/{id}:hold` has a parameter and a word in one segment.
  if (!/^\/(?:\{[\p{L}\p{M}\p{N}_.-]+\}(?!\{)|[\p{L}\p{M}\p{N}_.~!$&'()*+,;=:@%/-])*$/u.test(path)) {
    return "A path consists of words and parameters in braces, with something between any two: /links/{code}.";
  }
  const names = parametersIn(path);
  const twice = names.find((name, n) => names.indexOf(name) !== n);
  return twice === undefined ? null : `{${twice}} stands twice in this path; rename one.`;
}

/** What to write instead of a key that is no method. */
export function textAfterMistake(key: string): string {
  const meant = nearest(key, ["get", "post", "put", "patch", "delete", "parameters"]);
  return meant === undefined ? "there are get, post, put, patch and delete" : `${meant} was probably meant`;
}
