import type { Database } from "@proofroom/database/schema";
import type { RoomId } from "@proofroom/domain/id";
import type { ClockMove } from "@proofroom/domain/interview/clock";
import { InterviewMinutes, PhaseId } from "@proofroom/domain/interview/phase";
import { InterviewView } from "@proofroom/domain/interview/view";
import { may } from "@proofroom/domain/room/permissions";
import { InterviewerPolicy } from "@proofroom/domain/room/room";
import { type Context, Hono } from "hono";
import type { Kysely } from "kysely";
import * as z from "zod/mini";
import type { Access, InRoom } from "../auth/access.ts";
import { describe } from "../http/describe.ts";
import { input } from "../http/input.ts";
import { notFound, refusal } from "../http/refusal.ts";
import type { Moved } from "./lock-room.ts";
import { moveClock } from "./move-clock.ts";
import { setMute } from "./set-mute.ts";
import { setPolicy } from "./set-policy.ts";

export interface ClockDependencies {
  db: Kysely<Database>;
  access: Access;
  hasPack: (problem: string) => boolean;
  view: (roomId: RoomId, sees: { staff: boolean }) => Promise<InterviewView>;
  /** Somebody who may speak did something here. */
  touch: (roomId: RoomId) => void;
}

/** The phase that whoever pressed had on the screen. */
const from = z.optional(PhaseId);
const Extension = z.object({ minutes: z.int().check(z.minimum(1), z.maximum(30)), from });

/** The interview's clock, its policy and whether it is muted: all that is settled by one event of the room. */
export function clockRoutes({ db, access, hasPack, view, touch }: ClockDependencies) {
  const about = (summary: string) => describe(summary, { 200: z.object({ interview: InterviewView }) });
  const shown = async (c: Context<InRoom>) => {
    const { room, role } = c.var.member;
    return c.json({ interview: await view(room.id, { staff: may("staff-chat.read", role, room) }) }, 200);
  };
  const answer = async (c: Context<InRoom>, moved: Moved) => {
    if (moved.outcome === "not-found") return c.json(notFound, 404);
    if (moved.outcome === "too-late") return c.json(refusal("phase-left", moved.message), 409);
    if (moved.outcome === "illegal") return c.json(refusal("illegal-move", moved.message), 409);
    touch(c.var.member.room.id);
    return shown(c);
  };
  const move = async (c: Context<InRoom>, wanted: ClockMove) =>
    answer(c, await moveClock(db, { roomId: c.var.member.room.id, move: wanted, by: c.var.member.person }));
  const mute = async (c: Context<InRoom>, muted: boolean) =>
    answer(c, await setMute(db, { roomId: c.var.member.room.id, muted, by: c.var.member.person }));
  const mayMove = access.member("interview.clock");
  return new Hono()
    .get("/:room/interview", about("Where the interview stands"), access.member("interview.view"), shown)
    .post(
      "/:room/interview/start",
      about("Start the interview's clock"),
      mayMove,
      input("json", z.object({ minutes: InterviewMinutes })),
      (c) => move(c, { action: "start", ...c.req.valid("json") }),
    )
    .post(
      "/:room/interview/next",
      about("Go to the next phase; with `from`, only where that is still the phase under way"),
      mayMove,
      input("json", z.object({ from })),
      (c) => move(c, { action: "next", ...c.req.valid("json") }),
    )
    .post("/:room/interview/pause", about("Pause the clock"), mayMove, (c) => move(c, { action: "pause" }))
    .post("/:room/interview/resume", about("Let the clock go on"), mayMove, (c) => move(c, { action: "resume" }))
    .post("/:room/interview/extend", about("Give the phase more minutes"), mayMove, input("json", Extension), (c) =>
      move(c, { action: "extend", ...c.req.valid("json") }),
    )
    .post("/:room/interview/mute", about("Bid the interviewer be silent"), access.member("interview.mute"), (c) =>
      mute(c, true),
    )
    .post("/:room/interview/unmute", about("Let the interviewer speak"), access.member("interview.mute"), (c) =>
      mute(c, false),
    )
    .put(
      "/:room/interview/policy",
      about("How much the interviewer takes part"),
      access.member("interview.policy"),
      input("json", z.object({ policy: InterviewerPolicy })),
      async (c) => {
        const { room, person } = c.var.member;
        const wanted = { roomId: room.id, policy: c.req.valid("json").policy, by: person };
        return answer(c, await setPolicy({ db, hasPack }, wanted));
      },
    );
}
