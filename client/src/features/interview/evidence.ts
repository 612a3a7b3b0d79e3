import type { AnchoredPlace } from "@proofroom/domain/interview/place";
import { type Accessor, createEffect } from "solid-js";
import type { RoomDocuments } from "../../data/room-documents.ts";
import type { Room } from "../../data/room.tsx";
import { useToast } from "../../ui/toast.tsx";
import type { RoomLayout } from "../room/room-layout.ts";
import { createPointing, type Pointing } from "./pointing.ts";
import { createQuoted } from "./quoted.ts";
import type { ThreadActions } from "./thread-actions.ts";

export interface Evidence {
  actions: Accessor<Omit<ThreadActions, "show" | "reply">>;
  pointing: Pointing;
  quoted: ReturnType<typeof createQuoted>[0];
}

interface Options {
  room: Room;
  documents: RoomDocuments;
  layout: Pick<RoomLayout, "open" | "openEditor" | "setPhone" | "phone" | "closeDrawer">;
}

/** The way from what is said to the lines it is about, and from lines to an answer. */
export function createEvidence({ room, documents, layout }: Options): Evidence {
  const toast = useToast();
  const [quoted, setQuoted] = createQuoted(() => room.live().events);
  let cameFromChat = false;
  const pointing = createPointing({
    room,
    documents,
    onDone() {
      if (cameFromChat) layout.setPhone("side");
    },
  });
  createEffect(() => {
    if (!room.may("interview.answer") && pointing.question() !== undefined) pointing.cancel();
  });
  const point = (question: number) => {
    cameFromChat = layout.phone() === "side";
    layout.closeDrawer();
    layout.openEditor();
    pointing.begin(question);
  };
  const open = async (place: AnchoredPlace) => {
    const { linesOf } = await import("../editor/quoted-lines.ts");
    const lines = linesOf(documents[place.document].text, place);
    if (lines === null) {
      toast({ icon: "warning", text: "These lines were deleted since. The quote shows how they read." });
      return;
    }
    setQuoted(place);
    layout.open({ document: place.document, line: lines.line, column: 1 });
  };
  return {
    quoted,
    pointing,
    actions: () => ({
      open: (place) => void open(place),
      openLine: ({ document, line }) => layout.open({ document, line, column: 1 }),
      ...(room.may("interview.answer") ? { point } : {}),
    }),
  };
}
