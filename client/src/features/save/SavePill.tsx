import type { DocumentName } from "@proofroom/domain/document/document";
import { documentNames } from "@proofroom/domain/document/names";
import { createEffect, createMemo, createSignal, For, on, onCleanup, Show } from "solid-js";
import { gravest, saveLabel, saveNews } from "../../data/document-words.ts";
import type { RoomDocuments } from "../../data/room-documents.ts";
import { useRoom } from "../../data/room.tsx";
import { useAnnounce } from "../../ui/announce.tsx";
import { clockText } from "../../ui/format.ts";
import { Icon } from "../../ui/Icon.tsx";
import type { IconName } from "../../ui/icon-paths.ts";
import { createNow } from "../../ui/now.ts";
import { useToast } from "../../ui/toast.tsx";
import { documentTitles } from "../editor/language.ts";
import type { SaveState } from "../../data/document-save.ts";

const icons: Record<SaveState["pill"], IconName> = {
  opening: "running",
  saved: "check",
  pending: "running",
  saving: "running",
  local: "offline",
  unsaved: "warning",
  full: "warning",
  away: "cloud",
  viewing: "lock",
  ended: "check",
  removed: "x",
};

/** Pills that look like another one. */
const looks: Partial<Record<SaveState["pill"], SaveState["pill"]>> = { pending: "saving", full: "unsaved" };

/** Whether the room's database has what was written here, in a word; what lies behind it on a click. */
export function SavePill(props: { documents: RoomDocuments }) {
  const announce = useAnnounce();
  const toast = useToast();
  const room = useRoom();
  const [isOpen, setOpen] = createSignal(false);
  const state = createMemo(() => gravest(documentNames.map((name) => props.documents[name].saved())));
  const retryAt = () => {
    const now = state();
    return "retryAt" in now ? now.retryAt : null;
  };
  const now = createNow(() => retryAt() !== null, 1_000);
  const seconds = () => {
    const at = retryAt();
    return at === null ? "" : ` in ${Math.max(1, Math.ceil((at - now()) / 1_000))} s`;
  };
  const ended = () => {
    const at = room.live().endedAt;
    return at === null ? "" : ` ${clockText(at)}`;
  };
  createEffect(
    on(state, (after, before) => {
      const news = before === undefined ? null : saveNews(before, after);
      if (news === null) return;
      if (news.isUrgent) announce.alert(news.text);
      else if (after.pill === "saved") toast({ icon: "check", tone: "ok", text: news.text });
      else announce.say(news.text);
    }),
  );
  const close = (event: Event) => {
    if (
      event instanceof KeyboardEvent
        ? event.key === "Escape"
        : !root?.contains(event.target instanceof Node ? event.target : null)
    )
      setOpen(false);
  };
  createEffect(() => {
    if (!isOpen()) return;
    document.addEventListener("keydown", close);
    document.addEventListener("pointerdown", close);
    onCleanup(() => {
      document.removeEventListener("keydown", close);
      document.removeEventListener("pointerdown", close);
    });
  });
  let root: HTMLSpanElement | undefined;

  return (
    <span class="pill-place" ref={(element) => (root = element)}>
      <button
        type="button"
        class="pill"
        data-s={looks[state().pill] ?? state().pill}
        aria-expanded={isOpen()}
        aria-controls="save-details"
        onClick={() => setOpen((before) => !before)}
      >
        <Icon name={icons[state().pill]} small />
        <span class="pill-word">
          <span>{saveLabel(state())}</span>
          {state().pill === "ended" ? ended() : seconds()}
        </span>
      </button>
      <Show when={isOpen()}>
        <Details documents={props.documents} />
      </Show>
    </span>
  );
}

function Details(props: { documents: RoomDocuments }) {
  const confirmed = (name: DocumentName) => {
    const at = props.documents[name].confirmedAt();
    return at === null ? "" : `, last at ${clockText(new Date(at).toISOString())}`;
  };
  const isLost = () => documentNames.some((name) => props.documents[name].status() === "offline");
  const text = () =>
    documentNames.map((name) => `# ${documentTitles[name]}\n\n${props.documents[name].text.toJSON()}`).join("\n\n");
  return (
    <div class="popover" id="save-details" role="group" aria-label="Saving, in detail">
      <dl>
        <For each={documentNames}>
          {(name) => (
            <>
              <dt>{documentTitles[name]}</dt>
              <dd>
                {saveLabel(props.documents[name].saved())}
                {confirmed(name)}
              </dd>
            </>
          )}
        </For>
      </dl>
      <div class="wrap">
        <Show when={isLost()}>
          <button
            type="button"
            class="btn compact"
            onClick={() => documentNames.forEach((name) => props.documents[name].retryNow())}
          >
            Retry now
          </button>
        </Show>
        <button type="button" class="btn compact" onClick={() => void navigator.clipboard.writeText(text())}>
          Copy all text
        </button>
      </div>
    </div>
  );
}
