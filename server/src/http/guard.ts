import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { foreignOrigin, refusal } from "./refusal.ts";

const bodyBytes = 1024 * 1024;

/**
 * What holds for every request before it is looked at: changes come from our own pages only, and as JSON. A form or an image
 * on another site can send cookies along, but can set neither our `Origin` nor this content type.
 */
export function guard(publicUrl: string): MiddlewareHandler {
  const { origin } = new URL(publicUrl);
  return async (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD") return next();
    if (c.req.header("origin") !== origin || isForeign(c.req.header("sec-fetch-site"))) {
      return c.json(foreignOrigin(origin), 403);
    }
    const isJson = /^application\/json\s*(;|$)/i.test(c.req.header("content-type") ?? "");
    if (hasBody(c) && !isJson) {
      return c.json(refusal("not-json", "Send the body as JSON, with Content-Type: application/json."), 415);
    }
    return next();
  };
}

const isForeign = (site: string | undefined): boolean => site === "cross-site" || site === "same-site";

const hasBody = (c: Context): boolean =>
  c.req.header("transfer-encoding") !== undefined || Number(c.req.header("content-length") ?? 0) > 0;

export const limitBody: MiddlewareHandler = bodyLimit({
  maxSize: bodyBytes,
  onError: (c) => c.json(refusal("too-large", "That is more than 1 MB. Send less at once."), 413),
});

const isLoopback = (name: string): boolean => /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/i.test(name);

/** Cookies and origins belong to one name: whoever opens another name of this machine is sent to the public one. */
export function onePublicName(publicUrl: string): MiddlewareHandler {
  const home = new URL(publicUrl);
  return async (c, next) => {
    const name = (c.req.header("host") ?? "").replace(/:\d+$/, "");
    const isOther = isLoopback(home.hostname) && isLoopback(name) && name.toLowerCase() !== home.hostname;
    if (!isOther || c.req.path === "/healthz" || c.req.path === "/readyz") return next();
    return c.redirect(home.origin + c.req.path + new URL(c.req.url).search, 307);
  };
}
