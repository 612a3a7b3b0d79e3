import { DatabaseAway } from "@proofroom/database/away";
import type { DocumentName } from "@proofroom/domain/document/document";
import { storableText } from "@proofroom/domain/document/storable-text";
import type { RoomId } from "@proofroom/domain/id";
import type { Registry } from "./registry.ts";
import type { VersionedText } from "./text.ts";

const patienceMillis = 2_000;

/**
 * The three texts of a room as of now, with everything that was accepted by then. Throws `DatabaseAway` when the database does not take
 * the last edits in time: a run must never test a text that its room did not keep.
 */
export async function freezeRoom(
  roomId: RoomId,
  registry: Registry,
  text: (name: DocumentName) => Promise<VersionedText | null>,
): Promise<Record<DocumentName, VersionedText>> {
  const flushed = Promise.all([
    ...[...registry.live(roomId)].map((document) => document.flush()),
    registry.drained(roomId),
  ]);
  await inTime(flushed);
  const frozen = async (name: DocumentName): Promise<VersionedText> => {
    const found = await text(name);
    if (found === null) throw new Error(`room ${roomId} has no document ${name}`);
    return { ...found, text: storableText(found.text) };
  };
  const [schema, api, design] = await Promise.all([frozen("schema"), frozen("api"), frozen("design")]);
  return { schema, api, design };
}

async function inTime(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new DatabaseAway(
      "the database is away: the last edits are not committed yet; try again when it is back",
    );
    timer = setTimeout(() => reject(error), patienceMillis);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
