import type { DocumentName } from "@proofroom/domain/document/document";
import { documentNames } from "@proofroom/domain/document/names";
import type { Member } from "@proofroom/domain/room/person";
import { onCleanup } from "solid-js";
import { openDocument, type RoomDocument } from "./document.ts";

export type RoomDocuments = Record<DocumentName, RoomDocument>;

/** The three documents, open for as long as the component that calls it. */
export function openDocuments(roomId: string, me: Member): RoomDocuments {
  const documents = {
    schema: openDocument(roomId, "schema", me),
    api: openDocument(roomId, "api", me),
    design: openDocument(roomId, "design", me),
  };
  onCleanup(() => documentNames.forEach((name) => documents[name].destroy()));
  return documents;
}

/** Which document the room keeps no more of, and what to do; null where it keeps all. A run would judge another text. */
export function notKept(documents: RoomDocuments): string | null {
  const full = documentNames.find((name) => documents[name].saved().pill === "full");
  return full === undefined
    ? null
    : `The ${full} document is full, and the room has not got what you see. Remove some text, then run.`;
}

/** True once the room has everything typed here, false where it has not after `millis`. */
export async function flushAll(documents: RoomDocuments, millis: number): Promise<boolean> {
  const flushed = await Promise.all(documentNames.map((name) => documents[name].flush(millis)));
  return flushed.every(Boolean);
}
