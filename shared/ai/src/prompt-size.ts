import type { ModelRequest } from "./model.ts";

/**
 * How many tokens a request has, rather too many: a token is seldom shorter than three bytes. To ask the API would cost a
 * round trip before the first word, and what is reserved too much is given back at the end of the request.
 */
export const promptTokens = ({ system, messages, tools, format }: ModelRequest): number =>
  Math.ceil(Buffer.byteLength(JSON.stringify([system, messages, tools ?? [], format ?? null])) / 3);
