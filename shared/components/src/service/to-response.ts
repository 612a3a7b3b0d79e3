import { asciiAddress } from "@proofroom/domain/ascii-address";
import type { Answer } from "./scope.ts";

export function toResponse({ status, body, location }: Answer): Response {
  const headers = new Headers();
  if (location !== undefined) headers.set("location", asciiAddress(location));
  if (body === undefined || status === 204 || status === 304) return new Response(null, { status, headers });
  headers.set("content-type", "application/json; charset=utf-8");
  return new Response(JSON.stringify(body), { status, headers });
}
