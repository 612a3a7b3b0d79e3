import { Hono } from "hono";
import { type AskedDependencies, askedRoutes } from "./asked-routes.ts";
import { clockRoutes } from "./clock-routes.ts";
import type { Interviewer } from "./interviewer.ts";

export interface InterviewerRoutesDependencies extends AskedDependencies {
  interviewer: Interviewer;
}

/** What members ask the interviewer of their room. */
export function interviewerRoutes(deps: InterviewerRoutesDependencies) {
  const { db, access, interviewer } = deps;
  return new Hono().route("/", clockRoutes({ db, access, ...interviewer })).route("/", askedRoutes(deps));
}
