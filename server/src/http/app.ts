import { Hono } from "hono";
import type { Api } from "./api.ts";
import { answerError } from "./errors.ts";
import { guard, limitBody, onePublicName } from "./guard.ts";
import { securityHeaders } from "./headers.ts";
import { type Dependencies, healthRoutes } from "./health.ts";
import { pages } from "./pages.ts";
import { notFound } from "./refusal.ts";

export interface AppDependencies {
  api: Api;
  publicUrl: string;
  /** Where the built client lies. */
  dist: string;
  dependencies: Dependencies;
  report: (error: Error) => void;
}

/** All that answers over HTTP: what holds for every request, the API, and the pages for every other path. */
export function createApp({ api, publicUrl, dist, dependencies, report }: AppDependencies): Hono {
  return new Hono()
    .use(securityHeaders(publicUrl))
    .use(onePublicName(publicUrl))
    .use(guard(publicUrl))
    .use(limitBody)
    .route("/", healthRoutes(dependencies))
    .route("/", api)
    .all("/api/*", (c) => c.json(notFound, 404))
    .route("/", pages(dist))
    .notFound((c) => c.json(notFound, 404))
    .onError(answerError(report));
}
