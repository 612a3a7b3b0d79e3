import { existsSync } from "node:fs";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { notFound } from "./refusal.ts";

const isHashed = (path: string): boolean => /^\/assets\/.+-[\w-]{8,}\.\w+$/.test(path);

/**
 * The built client. Its hashed files never change; every other path is a page of its router. A missing asset is a 404 and not
 * the page, so that an old tab asking for a file of yesterday's build does not get HTML for a script.
 */
export function pages(dist: string): Hono {
  const app = new Hono();
  if (!existsSync(dist)) return app;
  const file = serveStatic({ root: dist, precompressed: true });
  const index = serveStatic({ path: join(dist, "index.html"), precompressed: true });
  return app
    .use("*", async (c, next) => {
      await next();
      const keep = isHashed(c.req.path) && c.res.ok ? "public, max-age=31536000, immutable" : "no-cache";
      c.res.headers.set("Cache-Control", keep);
    })
    .use("*", compress({ encoding: "gzip" }))
    .get("/assets/*", file)
    .get("/assets/*", (c) => c.json(notFound, 404))
    .get("*", file)
    .get("*", index);
}
