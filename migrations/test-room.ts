import { randomUUID } from "node:crypto";
import type { Database } from "@proofroom/database/schema";
import { PersonId, RoomId, RunId } from "@proofroom/domain/id";
import type { DocumentName } from "@proofroom/domain/document/document";
import type { Person } from "@proofroom/domain/room/person";
import type { Kysely } from "kysely";

/** A live room of the URL shortener and its owner, for tests that are about what happens in it. */
export async function testRoom(db: Kysely<Database>): Promise<{ roomId: RoomId; owner: Person }> {
  const owner = { id: PersonId.parse(randomUUID()), name: "Ada" };
  const roomId = RoomId.parse(randomUUID());
  await db.insertInto("person").values(owner).execute();
  const fixed = { problem: "url-shortener", mode: "live", interviewer: "off", state: "live" } as const;
  await db
    .insertInto("room")
    .values({ id: roomId, ...fixed, owner_id: owner.id })
    .execute();
  await db
    .insertInto("member")
    .values({ room_id: roomId, person_id: owner.id, role: "owner", name: owner.name, hue: 1 })
    .execute();
  return { roomId, owner };
}

/** A pending run of these texts in a room of its own, which nothing has started. */
export async function testRun(db: Kysely<Database>, texts: Record<DocumentName, string>): Promise<RunId> {
  const { roomId, owner } = await testRoom(db);
  const id = RunId.parse(randomUUID());
  await db
    .insertInto("run_design")
    .values({ hash: id, texts: JSON.stringify(texts) })
    .execute();
  const versions = { schema: "1.1", api: "1.1", design: "1.1" };
  await db
    .insertInto("run")
    .values({
      id,
      room_id: roomId,
      number: 1,
      target: "local",
      suites: JSON.stringify(["functional"]),
      versions: JSON.stringify(versions),
      design_hash: id,
      started_by: owner.id,
    })
    .execute();
  return id;
}
