import type { Database } from "@proofroom/database/schema";
import { PersonId, RoomId, RunId } from "@proofroom/domain/id";
import { RoomFact } from "@proofroom/domain/room/channel";
import type { Member } from "@proofroom/domain/room/person";
import type { RoomView } from "@proofroom/domain/room/view";
import type { Kysely } from "kysely";

/** The rooms a person is in, newest first; with `only`, that one. */
export async function viewRooms(db: Kysely<Database>, personId: PersonId, only?: RoomId): Promise<RoomView[]> {
  const rooms = await db
    .selectFrom("room")
    .innerJoin("member", "member.room_id", "room.id")
    .selectAll("room")
    .select("member.role")
    .where("member.person_id", "=", personId)
    .where("member.removed_at", "is", null)
    .$if(only !== undefined, (query) => query.where("room.id", "=", only ?? ""))
    .orderBy("room.created_at", "desc")
    .orderBy("room.id")
    .execute();
  if (rooms.length === 0) return [];
  const ids = rooms.map((room) => room.id);
  const [people, runs] = await Promise.all([peopleOf(db, ids), lastRunsOf(db, ids)]);
  return rooms.map((room) => ({
    id: RoomId.parse(room.id),
    problem: room.problem,
    mode: room.mode,
    interviewer: room.interviewer,
    state: room.state,
    role: room.role,
    createdAt: room.created_at.toISOString(),
    endedAt: room.ended_at?.toISOString() ?? null,
    people: people.filter((member) => member.roomId === room.id).map((member) => member.member),
    lastRun: runs.get(room.id) ?? null,
  }));
}

async function peopleOf(db: Kysely<Database>, rooms: string[]): Promise<{ roomId: string; member: Member }[]> {
  const rows = await db
    .selectFrom("member")
    .selectAll()
    .where("room_id", "in", rooms)
    .where("removed_at", "is", null)
    .orderBy("joined_at")
    .orderBy("person_id")
    .execute();
  return rows.map(({ room_id, person_id, name, role, hue }) => ({
    roomId: room_id,
    member: { id: PersonId.parse(person_id), name, role, hue },
  }));
}

async function lastRunsOf(db: Kysely<Database>, rooms: string[]): Promise<Map<string, RoomView["lastRun"]>> {
  const rows = await db
    .selectFrom("room_event")
    .distinctOn("room_id")
    .select(["room_id", "payload"])
    .where("room_id", "in", rooms)
    .where("type", "=", "run")
    .orderBy("room_id")
    .orderBy("seq", "desc")
    .execute();
  return new Map(
    rows.map((row) => {
      const fact = RoomFact.parse({ ...row.payload, type: "run" });
      if (fact.type !== "run") return [row.room_id, null];
      const { runId, number, status, verdict } = fact;
      return [
        row.room_id,
        { runId: RunId.parse(runId), number, status, ...(verdict === undefined ? {} : { verdict }) },
      ];
    }),
  );
}
