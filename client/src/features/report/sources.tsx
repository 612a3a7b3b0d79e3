import { never } from "@proofroom/domain/never";
import type { Source } from "@proofroom/domain/interview/place";
import type { RoomEvent } from "@proofroom/domain/room/channel";
import { createContext, useContext } from "solid-js";
import { clockText } from "../../ui/format.ts";
import { documentTitles } from "../editor/language.ts";

/** A statement's quote with where it stands. */
export interface Cited {
  source: Source;
  quote?: string | undefined;
}

export interface Sources {
  open: (cited: Cited) => void;
  events: () => readonly RoomEvent[];
  runNumber: (runId: string) => number | undefined;
}

const Context = createContext<Sources>();
export const SourcesProvider = Context.Provider;

export function useSources(): Sources {
  const sources = useContext(Context);
  if (sources === undefined) throw new Error("useSources needs a SourcesProvider above it");
  return sources;
}

/** "Schema, line 10", "Chat, 12:31", "Run #2, Expired link answers 410". */
export function sourceText({ source }: Cited, { events, runNumber }: Omit<Sources, "open">): string {
  switch (source.kind) {
    case "document": {
      const title = source.document === undefined ? "Document" : documentTitles[source.document];
      if (source.line !== undefined) return `${title}, line ${source.line}`;
      return source.version === undefined ? title : `${title}, version ${source.version}`;
    }
    case "message": {
      if (source.staff === true) return "Staff chat";
      const message = events().find(({ seq }) => seq === source.seq);
      return message === undefined ? "Chat" : `Chat, ${clockText(message.at)}`;
    }
    case "result": {
      const number = source.runId === undefined ? undefined : runNumber(source.runId);
      const run = number === undefined ? "Run" : `Run #${number}`;
      return source.name === undefined ? run : `${run}, ${source.name}`;
    }
    default:
      return never(source.kind);
  }
}
