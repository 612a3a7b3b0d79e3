import type { IncomingHttpHeaders } from "node:http";
import type { Dispatcher } from "undici";

/** These belong to one connection, not to the message. */
const hopByHop = new Set([
  "connection",
  "keep-alive",
  "proxy-connection",
  "te",
  "transfer-encoding",
  "upgrade",
  "expect",
]);

/** What of a message's headers is passed on. */
export const endToEnd = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.has(name)));

/** undici's type lists the methods it knows and takes any other all the same. */
export const asMethod = (method: string): Dispatcher.HttpMethod =>
  // oxlint-disable-next-line typescript/consistent-type-assertions -- see above
  method as Dispatcher.HttpMethod;
