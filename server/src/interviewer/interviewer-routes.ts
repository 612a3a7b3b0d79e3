import { Hono } from "hono";
import type { Access } from "../auth/access.ts";
import { describe } from "../http/describe.ts";
import { refusal } from "../http/refusal.ts";
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

const notYet = refusal("not-available", "Nothing has been counted yet.");

/** What one's own share of the interviewer's words has cost. */
export const usageRoutes = ({ access }: { access: Access }) =>
  new Hono().get("/usage", describe("What the interviewer has cost me", {}), access.signedIn, (c) =>
    c.json(notYet, 422),
  );
