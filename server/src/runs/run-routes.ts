import type { Database } from "@proofroom/database/schema";
import { PersonId, RunId } from "@proofroom/domain/id";
import { RunFact } from "@proofroom/domain/run/event";
import { isOver } from "@proofroom/domain/run/status";
import { RunView } from "@proofroom/domain/run/view";
import { may } from "@proofroom/domain/room/permissions";
import { type Context, Hono } from "hono";
import type { Kysely } from "kysely";
import * as z from "zod/mini";
import type { Access, Home } from "../auth/access.ts";
import { describe } from "../http/describe.ts";
import { After, afterOf, input } from "../http/input.ts";
import { notFound, refusal } from "../http/refusal.ts";
import { cancelRun } from "./cancel-run.ts";
import { reconcile } from "./reconcile.ts";
import { readRunEvents } from "./run-events.ts";
import type { RunDependencies } from "./room-run-routes.ts";
import { viewRun } from "./view-runs.ts";

const Events = z.object({
  events: z.array(z.intersection(RunFact, z.object({ seq: z.int(), at: z.string(), attempt: z.optional(z.int()) }))),
});
const noFaults = refusal(
  "not-available",
  "Nothing can be broken on purpose yet. Watch the functional suite meanwhile.",
);

/** `/api/runs`: one run, what it told, and stopping it. A run is as open as its room. */
export function runRoutes({ access, ...deps }: RunDependencies & { access: Access }) {
  const { db, engine } = deps;
  const home = (c: Context): Promise<Home | null> => homeOf(db, c.req.param("run"));
  const id = (c: Context): RunId => RunId.parse(c.req.param("run"));
  return new Hono()
    .get("/:run", describe("A run as it stands now", { 200: RunView }), access.member("run.view", home), async (c) => {
      const { role, room } = c.var.member;
      const sees = { endpoints: may("run.endpoint", role, room), nextStep: may("run.next-step", role, room) };
      const view = await viewRun(db, id(c), sees);
      if (view === null) return c.json(notFound, 404);
      if (isOver(view.status) || "off" in engine) return c.json(view, 200);
      const isClosedNow = await reconcile({ db, engine }, view.id).catch(() => false);
      return c.json((isClosedNow ? await viewRun(db, view.id, sees) : null) ?? view, 200);
    })
    .get(
      "/:run/events",
      describe("What a run told, gapless from 1 and in order, 2,000 at most at once", { 200: Events }),
      access.member("run.view", home),
      input("query", After),
      async (c) => c.json({ events: await readRunEvents(db, id(c), afterOf(c.req.valid("query"))) }, 200),
    )
    .post(
      "/:run/cancel",
      describe("Stop a run; it tears down first", { 202: z.object({}) }),
      access.member("run.cancel", home),
      async (c) => {
        const cancelled = await cancelRun(deps, id(c));
        return cancelled.outcome === "asked" ? c.json({}, 202) : c.json(refusal("runs-away", cancelled.message), 503);
      },
    )
    .post("/:run/faults", describe("Break a component live", {}), access.member("run.start", home), (c) =>
      c.json(noFaults, 422),
    )
    .delete("/:run/faults/:fault", describe("Heal a fault", {}), access.member("run.start", home), (c) =>
      c.json(noFaults, 422),
    );
}

/** The room of a run and who pressed it. */
async function homeOf(db: Kysely<Database>, runId: string | undefined): Promise<Home | null> {
  const id = RunId.safeParse(runId);
  if (!id.success) return null;
  const row = await db.selectFrom("run").select(["room_id", "started_by"]).where("id", "=", id.data).executeTakeFirst();
  return row === undefined ? null : { roomId: row.room_id, startedBy: PersonId.parse(row.started_by) };
}
