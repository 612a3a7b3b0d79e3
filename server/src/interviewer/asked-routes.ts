import type { Database } from "@proofroom/database/schema";
import { HintLevel, ItemId } from "@proofroom/domain/interview/speech";
import { InterviewView } from "@proofroom/domain/interview/view";
import { never } from "@proofroom/domain/never";
import { may } from "@proofroom/domain/room/permissions";
import { Hono } from "hono";
import type { Kysely } from "kysely";
import * as z from "zod/mini";
import type { Access } from "../auth/access.ts";
import { describe } from "../http/describe.ts";
import { input } from "../http/input.ts";
import { notFound, refusal } from "../http/refusal.ts";
import type { CurrentMember } from "../rooms/member.ts";
import { answerQuestion, QuestionAnswered } from "./answer-question.ts";
import type { Interviewer } from "./interviewer.ts";
import { takeHint } from "./take-hint.ts";

export interface AskedDependencies {
  db: Kysely<Database>;
  access: Access;
  interviewer: Pick<Interviewer, "view" | "check" | "stop" | "stateOf" | "placeOf" | "touch">;
}

const Hint = z.object({ item: ItemId, level: HintLevel, text: z.string(), cost: z.string(), left: z.int() });
const Turn = z.object({ turn: z.string().check(z.maxLength(64)) });

/** What people press to have something said, or to stop it: recap, stop, hints, and the buttons under a question. */
export function askedRoutes({ db, access, interviewer }: AskedDependencies) {
  const about = (summary: string) => describe(summary, { 200: z.object({ interview: InterviewView }) });
  const shown = async ({ room, role }: CurrentMember) => ({
    interview: await interviewer.view(room.id, { staff: may("staff-chat.read", role, room) }),
  });
  return new Hono()
    .post(
      "/:room/interview/check",
      about("Have the recap of this phase now"),
      access.member("interview.answer"),
      async (c) => {
        const { room } = c.var.member;
        if (isKeptFrom(c.var.member)) return c.json(notFound, 404);
        interviewer.touch(room.id);
        const view = await shown(c.var.member);
        const why = room.interviewer === "off" ? off : view.interview.phase === null ? notStarted : null;
        if (why !== null) return c.json(refusal("illegal-move", why), 409);
        await interviewer.check(room.id);
        return c.json(view, 200);
      },
    )
    .post(
      "/:room/interview/stop",
      about("Stop what the interviewer is saying"),
      access.member("interview.stop"),
      input("json", Turn),
      async (c) => {
        const { room } = c.var.member;
        const isStopped = await interviewer.stop(room.id, c.req.valid("json").turn);
        return isStopped ? c.json(await shown(c.var.member), 200) : c.json(refusal("illegal-move", notSpeaking), 409);
      },
    )
    .post(
      "/:room/hints",
      describe("Take the next hint; what it costs is in the view before", { 201: z.object({ hint: Hint }) }),
      access.member("interview.hint"),
      async (c) => {
        const { room, person, role } = c.var.member;
        interviewer.touch(room.id);
        const taken = await takeHint(db, interviewer.stateOf, {
          roomId: room.id,
          by: person,
          mayTakePartial: may("interview.partial-hint", role, room),
          isStaff: may("staff-chat.read", role, room),
        });
        switch (taken.outcome) {
          case "taken":
            return c.json({ hint: taken.hint }, 201);
          case "illegal":
            return c.json(refusal("no-hint", taken.message), 409);
          case "not-found":
            return c.json(notFound, 404);
          default:
            return never(taken);
        }
      },
    )
    .post(
      "/:room/questions/:seq",
      about("Point at a line in answer to a question, put it off, skip it, or have it put otherwise"),
      access.member("interview.answer"),
      input("json", QuestionAnswered),
      async (c) => {
        const { room, person, role } = c.var.member;
        const seq = Number(c.req.param("seq"));
        interviewer.touch(room.id);
        const isStaff = may("staff-chat.read", role, room);
        const asked = { roomId: room.id, seq, wanted: c.req.valid("json"), by: person, isStaff };
        const answered = Number.isSafeInteger(seq)
          ? await answerQuestion({ db, ...interviewer }, asked)
          : ({ outcome: "not-found" } as const);
        switch (answered.outcome) {
          case "answered":
            return c.json(await shown(c.var.member), 200);
          case "illegal":
            return c.json(refusal("illegal-move", answered.message), 409);
          case "nowhere":
            return c.json(refusal("no-such-line", answered.message), 422);
          case "not-found":
            return c.json(notFound, 404);
          default:
            return never(answered);
        }
      },
    );
}

/** What the advisor says to staff is nothing that others could ask for. */
const isKeptFrom = ({ room, role }: CurrentMember): boolean =>
  room.interviewer === "advisor" && !may("staff-chat.read", role, room);

const off = "The interviewer is off in this room, so nobody sums up.";
const notStarted = "There is no phase to sum up yet. Start the interview first.";
const notSpeaking = "The interviewer is not saying that now. It may have finished already.";
