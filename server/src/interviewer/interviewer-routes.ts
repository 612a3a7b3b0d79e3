import { Hono } from "hono";
import type { Access } from "../auth/access.ts";
import { describe } from "../http/describe.ts";
import { refusal } from "../http/refusal.ts";
import { type ClockDependencies, clockRoutes } from "./clock-routes.ts";
import type { Action } from "@proofroom/domain/room/permissions";

const notYet = refusal("not-available", "The interviewer cannot do that yet. People lead the interview.");

const asked: [method: string, path: string, action: Action, summary: string][] = [
  ["POST", "/:room/interview/check", "interview.answer", "Have the recap of this phase now"],
  ["POST", "/:room/interview/stop", "interview.stop", "Stop what the interviewer is saying"],
  ["POST", "/:room/hints", "interview.hint", "Take the next hint"],
  ["POST", "/:room/questions/:seq", "interview.answer", "Answer a question otherwise than in the chat"],
  ["GET", "/:room/report", "report.view", "The report on an interview"],
  ["POST", "/:room/report/retry", "report.retry", "Write the report again"],
  ["GET", "/:room/report/export", "report.view", "The report as a file"],
  ["PUT", "/:room/report/self-marks/:item", "report.self-mark", "One's own mark beside the report's"],
];

/** What members ask the interviewer of their room. */
export function interviewerRoutes(deps: ClockDependencies) {
  const routes = new Hono().route("/", clockRoutes(deps));
  for (const [method, path, action, summary] of asked) {
    routes.on(method, path, describe(summary, {}), deps.access.member(action), (c) => c.json(notYet, 422));
  }
  return routes;
}

/** What one's own share of the interviewer's words has cost. */
export const usageRoutes = ({ access }: { access: Access }) =>
  new Hono().get("/usage", describe("What the interviewer has cost me", {}), access.signedIn, (c) =>
    c.json(notYet, 422),
  );
