import type { Answer } from "./scope.ts";

export function toResponse({ status, body, location }: Answer): Response {
  const headers = new Headers();
  if (location !== undefined) headers.set("location", headerText(location));
  if (body === undefined || status === 204 || status === 304) return new Response(null, { status, headers });
  headers.set("content-type", "application/json; charset=utf-8");
  return new Response(JSON.stringify(body), { status, headers });
}

/** The address character for character, save those that no header may carry: line ends, blanks, all beyond ASCII. */
function headerText(address: string): string {
  return address.toWellFormed().replaceAll(/[^\u0021-\u007e]+/g, encodeURIComponent);
}
