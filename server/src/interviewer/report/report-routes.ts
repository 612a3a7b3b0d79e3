import type { Database } from "@proofroom/database/schema";
import { Report } from "@proofroom/domain/interview/report/report";
import { ItemId } from "@proofroom/domain/interview/speech";
import type { PublicProblem } from "@proofroom/domain/problem/problem";
import { Hono } from "hono";
import type { Kysely } from "kysely";
import * as z from "zod/mini";
import type { Access } from "../../auth/access.ts";
import { describe } from "../../http/describe.ts";
import { input } from "../../http/input.ts";
import { notFound, refusal } from "../../http/refusal.ts";
import type { CurrentMember } from "../../rooms/member.ts";
import type { Packs } from "../packs.ts";
import { exportPage } from "./export-page.ts";
import type { Reports } from "./reports.ts";
import { viewReport } from "./report-view.ts";

export interface ReportRouteDependencies {
  db: Kysely<Database>;
  access: Access;
  reports: Reports;
  packs: Packs;
  problems: readonly PublicProblem[];
}

const Format = z.object({ format: z._default(z.enum(["html", "json"]), "html") });
const Level = z.object({ level: z.literal([1, 2, 3, 4], "Give a mark from 1 to 4.") });

/** A report as JSON for other programs; `version` grows when what is there means something else. */
const ExportedReport = z.object({
  format: z.literal("proofroom-report"),
  version: z.literal(1),
  room: z.string(),
  problem: z.string(),
  mode: z.string(),
  endedAt: z.nullable(z.string()),
  report: Report,
});

const notEnded = refusal("not-ended", "There is a report once the room has ended. End the room first.");
const notYetMarked = refusal("not-ended", "Marks of your own come after the end. End the room, then mark yourself.");

/** `/api/rooms/:room/report`: reading it, writing it again, taking it along, and one's own marks beside it. */
export function reportRoutes({ db, access, reports, packs, problems }: ReportRouteDependencies) {
  const seenBy = async (member: CurrentMember): Promise<Report> =>
    viewReport(db, await reports.find(member.room.id), member);
  return new Hono()
    .get(
      "/:room/report",
      describe("The report on an interview, as far as it is written", { 200: Report }),
      access.member("report.view"),
      async (c) => {
        const { member } = c.var;
        if (member.room.state !== "ended") return c.json(notEnded, 409);
        return c.json(await seenBy(member), 200);
      },
    )
    .post(
      "/:room/report/retry",
      describe("Write the report again, or the marks that it lacks", { 200: Report }),
      access.member("report.retry"),
      async (c) => {
        const { member } = c.var;
        if (member.room.state !== "ended") return c.json(notEnded, 409);
        const retried = await reports.retry(member.room.id);
        if (retried.outcome === "illegal") return c.json(refusal("illegal-move", retried.message), 409);
        return c.json(await seenBy(member), 200);
      },
    )
    .get(
      "/:room/report/export",
      describe("The report as a file, as far as one may see it", { 200: ExportedReport }),
      access.member("report.view"),
      input("query", Format),
      async (c) => {
        const { member } = c.var;
        const { room } = member;
        if (room.state !== "ended") return c.json(notEnded, 409);
        const [report, endedAt] = [await seenBy(member), await endOf(db, room.id)];
        const { format } = c.req.valid("query");
        c.header(
          "Content-Disposition",
          `attachment; filename="proofroom-${room.problem}-${room.id.slice(0, 8)}.${format}"`,
        );
        const problem = problems.find(({ id }) => id === room.problem)?.title ?? room.problem;
        if (format === "html") return c.html(exportPage({ problem, mode: room.mode, endedAt, report }), 200);
        const { id, mode } = room;
        const head = {
          format: "proofroom-report",
          version: 1,
          room: id,
          problem: room.problem,
          mode,
          endedAt,
        } as const;
        return c.json({ ...head, report }, 200);
      },
    )
    .put(
      "/:room/report/self-marks/:item",
      describe("One's own mark beside the report's, 1 to 4", { 204: null }),
      access.member("report.self-mark"),
      input("json", Level),
      async (c) => {
        const { room } = c.var.member;
        if (room.state !== "ended") return c.json(notYetMarked, 409);
        const item = ItemId.safeParse(c.req.param("item"));
        const isKnown = packs.get(room.problem)?.items.some(({ id }) => id === item.data) === true;
        if (!item.success || !isKnown) return c.json(notFound, 404);
        const { level } = c.req.valid("json");
        await db
          .insertInto("self_mark")
          .values({ room_id: room.id, item: item.data, level })
          .onConflict((clash) => clash.columns(["room_id", "item"]).doUpdateSet({ level }))
          .execute();
        return c.body(null, 204);
      },
    );
}

async function endOf(db: Kysely<Database>, roomId: string): Promise<string | null> {
  const row = await db.selectFrom("room").select("ended_at").where("id", "=", roomId).executeTakeFirst();
  return row?.ended_at?.toISOString() ?? null;
}
