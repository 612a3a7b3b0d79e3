import { Hono } from "hono";
import type { Access } from "../auth/access.ts";
import { describe } from "../http/describe.ts";
import { refusal } from "../http/refusal.ts";

const noInterviewer = refusal(
  "not-available",
  "There is no interviewer in the room yet, so neither its clock nor its hints nor a report. People lead the interview.",
);

const clock = ["start", "next", "pause", "resume", "extend", "mute", "unmute", "check", "stop"];

const asked: [method: string, path: string, summary: string][] = [
  ["GET", "/:room/interview", "Where the interview stands"],
  ...clock.map((move): [string, string, string] => [
    "POST",
    `/:room/interview/${move}`,
    `The interview's clock and voice: ${move}`,
  ]),
  ["PUT", "/:room/interview/policy", "How much the interviewer takes part"],
  ["POST", "/:room/hints", "Take the next hint"],
  ["POST", "/:room/questions/:seq", "Answer a question otherwise than in the chat"],
  ["GET", "/:room/report", "The report on an interview"],
  ["POST", "/:room/report/retry", "Write the report again"],
  ["GET", "/:room/report/export", "The report as a file"],
  ["PUT", "/:room/report/self-marks/:item", "One's own mark beside the report's"],
];

/** What members will ask the interviewer of their room. Until there is one, each route says so instead of pretending. */
export function interviewerRoutes({ access }: { access: Access }): Hono {
  const routes = new Hono();
  for (const [method, path, summary] of asked) {
    routes.on(method, path, describe(summary, {}), access.member("room.view"), (c) => c.json(noInterviewer, 422));
  }
  return routes;
}

/** What one's own share of the interviewer's words has cost. */
export const usageRoutes = ({ access }: { access: Access }) =>
  new Hono().get("/usage", describe("What the interviewer has cost me", {}), access.signedIn, (c) =>
    c.json(noInterviewer, 422),
  );
