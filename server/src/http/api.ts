import type { AiLedger } from "@proofroom/database/ai-ledger";
import type { Database } from "@proofroom/database/schema";
import type { PublicProblem } from "@proofroom/domain/problem/problem";
import { Hono } from "hono";
import { openAPIRouteHandler } from "hono-openapi";
import type { Kysely } from "kysely";
import * as z from "zod/mini";
import type { Access } from "../auth/access.ts";
import type { Sessions } from "../auth/lucia.ts";
import { sessionRoutes, type SessionDependencies } from "../auth/session-routes.ts";
import { chatRoutes } from "../chat/chat-routes.ts";
import { heldRoutes } from "../chat/held-routes.ts";
import type { Chat } from "../chat/post-message.ts";
import type { Interviewer } from "../interviewer/interviewer.ts";
import { interviewerRoutes } from "../interviewer/interviewer-routes.ts";
import type { Packs } from "../interviewer/packs.ts";
import { reportRoutes } from "../interviewer/report/report-routes.ts";
import type { Reports } from "../interviewer/report/reports.ts";
import { usageRoutes } from "../interviewer/usage-routes.ts";
import { problemRoutes } from "../problems/problem-routes.ts";
import { acceptRoutes } from "../rooms/accept-routes.ts";
import { documentRoutes, type DocumentDependencies } from "../rooms/document-routes.ts";
import { eventRoutes } from "../rooms/event-routes.ts";
import { inviteRoutes, type InviteDependencies } from "../rooms/invite-routes.ts";
import { roomRoutes, type RoomDependencies } from "../rooms/room-routes.ts";
import { roomRunRoutes, type RunDependencies } from "../runs/room-run-routes.ts";
import { runRoutes } from "../runs/run-routes.ts";
import { describe } from "./describe.ts";

export interface ApiDependencies extends RunDependencies {
  db: Kysely<Database>;
  sessions: Sessions;
  access: Access;
  chat: Chat;
  interviewer: Interviewer;
  reports: Reports;
  ledger: Pick<AiLedger, "usageOf">;
  packs: Packs;
  problems: PublicProblem[];
  publicUrl: string;
  version: string;
  now: () => Date;
  textOf: DocumentDependencies["textOf"];
  furnish: RoomDependencies["furnish"];
  onMove: RoomDependencies["onMove"];
  onRemove: InviteDependencies["onRemove"];
  signInPace: SessionDependencies["signInPace"];
  onSignOut: SessionDependencies["onSignOut"];
}

const description =
  "A room where a system design is written together and then proved. Sign in by cookie; every refusal is {error, message}.";

/** Everything that is asked and answered once. */
export function createApi(deps: ApiDependencies) {
  // The sentences that name what is wrong with a field; the small zod brings none of its own.
  z.config(z.locales.en());
  const { hasPack } = deps.interviewer;
  const hasProblem = (id: string) => deps.problems.some((problem) => problem.id === id);
  const api = new Hono()
    .basePath("/api")
    .route("/session", sessionRoutes(deps))
    .route("/session", usageRoutes(deps))
    .route("/problems", problemRoutes(deps))
    .route("/invites", acceptRoutes(deps))
    .route("/rooms", roomRoutes({ ...deps, hasProblem, hasPack }))
    .route("/rooms", inviteRoutes(deps))
    .route("/rooms", documentRoutes(deps))
    .route("/rooms", eventRoutes(deps))
    .route("/rooms", chatRoutes({ ...deps, onSaid: deps.interviewer.touch }))
    .route("/rooms", heldRoutes(deps))
    .route("/rooms", roomRunRoutes(deps))
    .route("/rooms", interviewerRoutes(deps))
    .route("/rooms", reportRoutes(deps))
    .route("/runs", runRoutes(deps));
  return api.get(
    "/openapi.json",
    describe("This description, from the routes themselves", { 200: z.record(z.string(), z.unknown()) }),
    deps.access.everybody,
    openAPIRouteHandler(api, {
      documentation: { info: { title: "Proofroom", version: deps.version, description } },
      excludeStaticFile: false,
      defaultValidationErrorResponse: false,
    }),
  );
}

/** For `hc<Api>` in the client. */
export type Api = ReturnType<typeof createApi>;
