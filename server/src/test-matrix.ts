import { randomUUID } from "node:crypto";
import type { Database } from "@proofroom/database/schema";
import { type PersonId, type RoomId, RunId } from "@proofroom/domain/id";
import type { RoomNow } from "@proofroom/domain/room/permissions";
import { InvitedRole, Role, RoomMode, RoomState } from "@proofroom/domain/room/room";
import type { Kysely } from "kysely";
import { guest, join, openRoom, type TestClient } from "./test-client.ts";

export const roles: readonly Role[] = ["owner", "interviewer", "candidate", "observer"] satisfies Role[];
export const states: readonly RoomState[] = ["lobby", "live", "locked", "ended"] satisfies RoomState[];

export const modes: readonly RoomMode[] = ["live", "assessment", "practice"] satisfies RoomMode[];

export interface PeopledRoom {
  id: RoomId;
  people: Record<Role, TestClient>;
  /** A link that nobody has used. */
  invite: string;
  /** A finished run of each. */
  runs: Record<Role, RunId>;
}

/** A room with somebody of every role in it, each of whom has run the design once. */
export async function peopledRoom(origin: string, db: Kysely<Database>): Promise<PeopledRoom> {
  const owner = await guest(origin, "Olga");
  const room = await openRoom(owner);
  const enter = (role: InvitedRole) => join(origin, room, role, role);
  const people = {
    owner,
    interviewer: await enter("interviewer"),
    candidate: await enter("candidate"),
    observer: await enter("observer"),
  };
  const invite = randomUUID();
  await db
    .insertInto("invite")
    .values({
      id: invite,
      room_id: room.id,
      token_hash: invite,
      role: "observer",
      created_by: owner.person.id,
      expires_at: new Date("2999-01-01"),
    })
    .execute();
  const run = (n: number, by: TestClient) => finishedRun(db, room.id, n, by.person.id);
  const runs = {
    owner: await run(1, people.owner),
    interviewer: await run(2, people.interviewer),
    candidate: await run(3, people.candidate),
    observer: await run(4, people.observer),
  };
  return { id: room.id, people, invite, runs };
}

async function finishedRun(db: Kysely<Database>, roomId: RoomId, number: number, by: PersonId): Promise<RunId> {
  const id = RunId.parse(randomUUID());
  await db.insertInto("run_design").values({ hash: id, texts: "{}" }).execute();
  await db
    .insertInto("run")
    .values({
      id,
      room_id: roomId,
      number,
      target: "local",
      suites: JSON.stringify(["functional"]),
      versions: JSON.stringify({ schema: "1.0", api: "1.0", design: "1.0" }),
      design_hash: id,
      started_by: by,
      finished_at: new Date(),
    })
    .execute();
  return id;
}

/** Puts a room into a state and a mode past all rules of moving. */
export async function force(db: Kysely<Database>, roomId: RoomId, now: RoomNow): Promise<void> {
  await db.updateTable("room").set(now).where("id", "=", roomId).execute();
}
