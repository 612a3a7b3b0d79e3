import type { Database } from "@proofroom/database/schema";
import type { RoomId } from "@proofroom/domain/id";
import { RoomFact, type RoomEvent } from "@proofroom/domain/room/channel";
import type { Kysely } from "kysely";

export type RoomStream = "room_event" | "staff_event";

/** At most this many at once; whoever needs more asks again after the last. */
export const eventPage = 2_000;

/** What a room keeps (of some types only, where `only` names them), after `after`, in order and without a gap. */
export async function readRoomEvents(
  db: Kysely<Database>,
  {
    stream,
    roomId,
    after,
    only,
  }: { stream: RoomStream; roomId: RoomId; after: number; only?: readonly RoomFact["type"][] },
): Promise<RoomEvent[]> {
  const rows = await db
    .selectFrom(stream)
    .select(["seq", "type", "payload", "at"])
    .where("room_id", "=", roomId)
    .where("seq", ">", String(after))
    .$if(only !== undefined, (query) => query.where("type", "in", only ?? []))
    .orderBy("seq")
    .limit(eventPage)
    .execute();
  return rows.map(({ seq, type, payload, at }) => {
    const fact = RoomFact.parse({ ...payload, type });
    return { ...fact, seq: Number(seq), at: at.toISOString() };
  });
}
