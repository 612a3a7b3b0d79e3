import type { MiddlewareHandler } from "hono";

/** Styles may be inline because the editor writes its own; nothing else may come from anywhere but us. */
const page = (publicUrl: URL): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `connect-src 'self' ${publicUrl.protocol === "https:" ? "wss" : "ws"}://${publicUrl.host}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

/** The worker that reads the documents compiles a SQL parser from WebAssembly; it alone may. */
const reviewWorker = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
const isReviewWorker = (path: string): boolean => /^\/assets\/review\.worker-[\w-]+\.js$/.test(path);

/** The same on every answer, pages and API alike. */
export function securityHeaders(publicUrl: string): MiddlewareHandler {
  const home = new URL(publicUrl);
  const policy = page(home);
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    headers.set("Content-Security-Policy", isReviewWorker(c.req.path) ? reviewWorker : policy);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (home.protocol === "https:") headers.set("Strict-Transport-Security", "max-age=31536000");
    if (c.req.path.startsWith("/api/") && !headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
  };
}
