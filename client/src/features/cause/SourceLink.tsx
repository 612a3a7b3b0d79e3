import type { DocumentName } from "@proofroom/domain/document/document";
import type { Accessor } from "solid-js";
import { documentTitles } from "../editor/language.ts";

/** The room's documents as the run froze them, and where the room is. */
export interface Sources {
  room: string;
  texts: Accessor<Record<DocumentName, string>>;
}

/** Opens the document in the room at a line; the frozen line itself is its hint. */
export const SourceLink = (props: { document: DocumentName; line: number; sources: Sources }) => (
  <a
    class="small"
    href={`/rooms/${props.sources.room}#${props.document}:${props.line}`}
    title={props.sources.texts()[props.document].split("\n")[props.line - 1]?.trim()}
  >
    {documentTitles[props.document]}, line {props.line}
  </a>
);
