import type { DocumentName } from "@proofroom/domain/document/document";
import { type Accessor, createSignal } from "solid-js";
import type { RoomDocuments } from "../../data/room-documents.ts";
import type { Room } from "../../data/room.tsx";
import { useToast } from "../../ui/toast.tsx";

/** A question that waits for a line of a document. */
export interface Pointing {
  question: Accessor<number | undefined>;
  isBusy: Accessor<boolean>;
  begin: (question: number) => void;
  cancel: () => void;
  choose: (document: DocumentName, line: number, endLine: number) => Promise<void>;
}

interface Options {
  room: Pick<Room, "id">;
  documents: RoomDocuments;
  /** Called once the line was taken, or given up. */
  onDone: () => void;
}

/** Lets a person choose the lines that answer a question, in whichever document. */
export function createPointing({ room, documents, onDone }: Options): Pointing {
  const toast = useToast();
  const [question, setQuestion] = createSignal<number>();
  const [isBusy, setBusy] = createSignal(false);
  const done = () => {
    setQuestion(undefined);
    onDone();
  };
  return {
    question,
    isBusy,
    begin: setQuestion,
    cancel: done,
    async choose(document, line, endLine) {
      const seq = question();
      if (seq === undefined || isBusy()) return;
      setBusy(true);
      const { pointAt } = await import("./point-at.ts");
      const whyNot = await pointAt(room, documents[document], { question: seq, document, line, endLine });
      setBusy(false);
      if (whyNot === null) done();
      else toast({ icon: "warning", text: whyNot });
    },
  };
}
