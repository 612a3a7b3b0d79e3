import { createSignal, type JSX, Show } from "solid-js";
import { byClick, type RoomDocument } from "../../data/document.ts";
import { countText } from "../../ui/format.ts";
import { Icon } from "../../ui/Icon.tsx";
import { readTextFile, replaceText } from "./file.ts";

type Drop =
  | { state: "none" }
  | { state: "over" }
  | { state: "refused"; message: string }
  | { state: "asking"; name: string; text: string };

/** Takes a dropped file as the document's text, and asks before it replaces what is there. */
export function DropTarget(props: { document: RoomDocument; title: string; children: JSX.Element }) {
  const [drop, setDrop] = createSignal<Drop>({ state: "none" });
  const none = () => setDrop({ state: "none" });
  const lines = () => props.document.text.toJSON().trimEnd().split("\n").length;

  const isFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
  const over = (event: DragEvent) => {
    if (!isFile(event)) return;
    event.preventDefault();
    if (drop().state === "none") setDrop({ state: "over" });
  };

  async function take(event: DragEvent): Promise<void> {
    const file = event.dataTransfer?.files[0];
    if (!isFile(event) || file === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (props.document.readOnly()) {
      setDrop({ state: "refused", message: props.document.notice() ?? "You may not write in this document." });
      return;
    }
    const read = await readTextFile(file);
    if (read.outcome === "refused") setDrop({ state: "refused", message: read.message });
    else if (props.document.text.toJSON().trim() === "") replace(read.text);
    else setDrop({ state: "asking", name: file.name, text: read.text });
  }

  const replace = (text: string) => {
    replaceText(props.document.text, text, byClick);
    none();
  };
  const isAsking = () => {
    const now = drop();
    return now.state === "asking" ? now : null;
  };
  const refusal = () => {
    const now = drop();
    return now.state === "refused" ? now.message : null;
  };

  return (
    <div
      class="editor"
      data-drop={drop().state === "over" ? "" : undefined}
      on:dragover={{ handleEvent: over, capture: true }}
      on:dragleave={(event) => {
        const goes = event.relatedTarget;
        if (drop().state === "over" && !(goes instanceof Node && event.currentTarget.contains(goes))) none();
      }}
      on:drop={{ handleEvent: (event: DragEvent) => void take(event), capture: true }}
    >
      <Show when={isAsking()}>
        {(asking) => (
          <div class="banner accent" role="alertdialog" aria-label={`Replace ${props.title}?`}>
            <Icon name="question" />
            <span class="grow">
              Replace {countText(lines(), "line")} of {props.title} with <b class="strong">{asking().name}</b>? Undo
              brings them back.
            </span>
            <button type="button" class="btn compact" onClick={() => replace(asking().text)}>
              Replace
            </button>
            <button type="button" class="btn compact quiet" onClick={none}>
              Keep mine
            </button>
          </div>
        )}
      </Show>
      <Show when={refusal()}>
        {(message) => (
          <div class="banner warn" role="alert">
            <Icon name="warning" />
            <span class="grow">{message()}</span>
            <button type="button" class="btn compact quiet" onClick={none}>
              Close
            </button>
          </div>
        )}
      </Show>
      {props.children}
    </div>
  );
}
