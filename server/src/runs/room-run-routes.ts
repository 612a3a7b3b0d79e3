import { RunId } from "@proofroom/domain/id";
import { Suite } from "@proofroom/domain/judge/result";
import { never } from "@proofroom/domain/never";
import { RunSummary } from "@proofroom/domain/run/view";
import { Hono } from "hono";
import * as z from "zod/mini";
import type { Access } from "../auth/access.ts";
import { describe } from "../http/describe.ts";
import { input } from "../http/input.ts";
import { notFound, refusal } from "../http/refusal.ts";
import { reconcile } from "./reconcile.ts";
import { type StartDependencies, startRun } from "./start-run.ts";
import { viewRuns } from "./view-runs.ts";

export type RunDependencies = StartDependencies;

const Wanted = z.object({
  target: z._default(z.enum(["local", "terraform", "gcp"]), "local"),
  suites: z._default(z.array(Suite).check(z.minLength(1)), ["functional"]),
});
const Started = z.object({ runId: RunId });
/** `off` says what is missing where this installation cannot run designs. */
const Runs = z.object({ runs: z.array(RunSummary), off: z.nullable(z.string()) });

/** `/api/rooms/:room/runs`. */
export function roomRunRoutes({ access, ...deps }: RunDependencies & { access: Access }) {
  const { db, engine } = deps;
  return new Hono()
    .get(
      "/:room/runs",
      describe("The runs of a room, newest first", { 200: Runs }),
      access.member("run.view"),
      async (c) => {
        const roomId = c.var.member.room.id;
        const runs = await viewRuns(db, roomId);
        if ("off" in engine) return c.json({ runs, off: engine.off }, 200);
        const [newest] = runs;
        const isOpen = newest !== undefined && newest.finishedAt === null;
        const isClosedNow = isOpen && (await reconcile({ db, engine }, newest.id).catch(() => false));
        return c.json({ runs: isClosedNow ? await viewRuns(db, roomId) : runs, off: null }, 200);
      },
    )
    .post(
      "/:room/runs",
      describe("Run the design as it stands; while a run is under way, that one is answered with 200", {
        200: Started,
        202: Started,
      }),
      access.member("run.start"),
      input("json", Wanted),
      async (c) => {
        const { target, suites } = c.req.valid("json");
        if (target !== "local") return c.json(notYet(`target ${target}`), 422);
        const missing = suites.find((suite) => suite !== "functional");
        if (missing !== undefined) return c.json(notYet(`${missing} suite`), 422);
        const { room, person } = c.var.member;
        const started = await startRun(deps, { roomId: room.id, person, target, suites });
        switch (started.outcome) {
          case "started":
            return c.json({ runId: started.runId }, 202);
          case "already-running":
            return c.json({ runId: started.runId }, 200);
          case "not-found":
            return c.json(notFound, 404);
          case "runs-off":
            return c.json(refusal("runs-off", started.message), 503);
          default:
            return never(started);
        }
      },
    );
}

const notYet = (what: string) =>
  refusal("not-available", `There is no ${what} yet. Leave it out and run the design here.`);
