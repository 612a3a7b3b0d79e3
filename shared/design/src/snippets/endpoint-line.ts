import type { EndpointShape } from "./endpoint-shape.ts";

/** An endpoint as a sketch says it: `POST /links {url: uri} -> 201 {code}`. */
export function lineOf({ method, path, body, header, status, refused, answer }: EndpointShape): string {
  const sent = body.length === 0 ? "" : ` {${body.map(([field, type]) => `${field}: ${type}`).join(", ")}}`;
  const fields = answer.length === 0 ? "" : ` {${answer.join(", ")}}`;
  const key = header === undefined ? "" : ` [${header}]`;
  return `${method} ${path}${sent}${key} -> ${status}${fields}${refused === undefined ? "" : ` | ${refused}`}`;
}
