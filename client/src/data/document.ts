import type { DocumentName } from "@proofroom/domain/document/document";
import type { Member } from "@proofroom/domain/room/person";
import { type Accessor, createSignal } from "solid-js";
import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { accessOf, closureOf, noticeOf } from "./document-frames.ts";
import { createPersistence } from "./document-persistence.ts";
import { isSettled, mayEdit, newSave, nextChange, type SaveState, saveState } from "./document-save.ts";
import { advanceSave, type SaveEvent } from "./document-save-event.ts";
import { createDocumentSocket } from "./document-socket.ts";
import { openDocumentStore } from "./document-store.ts";

/** One of the room's documents, as editors use it. */
export interface RoomDocument {
  readonly name: DocumentName;
  readonly text: Y.Text;
  readonly awareness: Awareness;
  /** Undoes only what was typed here; each editor registers itself as an origin. */
  readonly undo: Y.UndoManager;
  readonly saved: Accessor<SaveState>;
  readonly status: Accessor<"opening" | "connected" | "offline" | "closed">;
  readonly readOnly: Accessor<boolean>;
  /** What the room says about writing here, as a sentence: why one may not, or that it takes no more. */
  readonly notice: Accessor<string | null>;
  /** When the room last confirmed an edit, for the details of the pill. */
  readonly confirmedAt: Accessor<number | null>;
  /** Resolves true as soon as the room has everything typed here, false after `millis`. */
  flush(millis: number): Promise<boolean>;
  retryNow(): void;
  /** Drops what this device holds of the document, so that the next visit starts from the room's text. */
  forget(): Promise<void>;
  destroy(): void;
}

const tickFloorMillis = 20;

/** Origin of what a click writes (a fix, an example, a dropped file): undone like typing. */
export const byClick = {};

/** Opens a document of a room: from this device at once, from the room as soon as it answers. */
export function openDocument(
  roomId: string,
  name: DocumentName,
  me: Pick<Member, "id" | "name" | "hue">,
): RoomDocument {
  const doc = new Y.Doc();
  const text = doc.getText("content");
  const undo = new Y.UndoManager(text, { trackedOrigins: new Set([byClick]) });
  const waiting = new Set<() => void>();
  let facts = newSave;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const [saved, setSaved] = createSignal(saveState(facts, Date.now()), { equals: sameSave });
  const [status, setStatus] = createSignal<"opening" | "connected" | "offline" | "closed">("opening");
  const [readOnly, setReadOnly] = createSignal(false);
  const [notice, setNotice] = createSignal<string | null>(null);
  const [confirmedAt, setConfirmedAt] = createSignal<number | null>(null);

  function show(): void {
    clearTimeout(timer);
    const now = Date.now();
    setSaved(saveState(facts, now));
    setReadOnly(!mayEdit(facts.access) || facts.closure !== null);
    const wait = nextChange(facts, now);
    if (wait !== null) timer = setTimeout(show, Math.max(wait, tickFloorMillis));
  }

  function tell(event: SaveEvent): void {
    const wasSettled = isSettled(facts);
    facts = advanceSave(facts, event);
    if (isSettled(facts)) {
      if (!wasSettled) persistence.settled();
      for (const resume of waiting) resume();
    }
    show();
  }

  const persistence = createPersistence({ store: openDocumentStore(roomId, name), doc, tell });

  // Before the provider's own listener: an edit is known before the frame that carries it.
  doc.on("update", (bytes: Uint8Array, origin: unknown) => {
    const isMine = origin !== socket && origin !== persistence.origin;
    if (isMine) tell({ type: "edited", at: Date.now() });
    if (origin !== persistence.origin) persistence.append(bytes, isMine);
  });

  const socket = createDocumentSocket(location.origin.replace(/^http/, "ws"), roomId, name, doc, {
    opened() {
      setStatus("connected");
      tell({ type: "opened" });
    },
    sent: (whole) => tell({ type: "sent", at: Date.now(), whole }),
    synced: () => tell({ type: "synced" }),
    committed(frames) {
      setConfirmedAt(Date.now());
      tell({ type: "committed", frames });
    },
    room(frame) {
      persistence.enter(frame.epoch);
      setNotice(noticeOf(frame));
      tell({ type: "room", access: accessOf(frame), databaseAway: frame.storage === "away" });
    },
    lost(retryMillis) {
      setStatus("offline");
      tell({ type: "lost", at: Date.now(), retryAt: Date.now() + retryMillis });
    },
    closed(code) {
      setStatus("closed");
      tell({ type: "closed", why: closureOf(code) });
    },
  });
  socket.awareness.setLocalStateField("user", { id: me.id, name: me.name, hue: me.hue });

  let isDestroyed = false;
  void persistence.recall().then((epoch) => {
    if (isDestroyed) return;
    if (epoch !== null) socket.params = { epoch: String(epoch) };
    socket.connect();
  });

  const retryNow = () => {
    if (status() === "offline") socket.connect();
  };
  // A browser that has lost its network keeps the socket "open" for half a minute: give it up and try again at once.
  const reconnect = () => {
    if (status() !== "connected") return;
    socket.disconnect();
    socket.connect();
  };
  const warn = (event: BeforeUnloadEvent) => {
    if (facts.deviceTrouble !== null && facts.queued > 0) event.preventDefault();
  };
  addEventListener("online", retryNow);
  addEventListener("offline", reconnect);
  addEventListener("beforeunload", warn);

  return {
    name,
    text,
    awareness: socket.awareness,
    undo,
    saved,
    status,
    readOnly,
    notice,
    confirmedAt,
    flush(millis) {
      if (isSettled(facts) || !mayEdit(facts.access)) return Promise.resolve(true);
      return new Promise((resolve) => {
        const done = (isSaved: boolean) => {
          waiting.delete(resume);
          clearTimeout(limit);
          resolve(isSaved);
        };
        const resume = () => done(true);
        const limit = setTimeout(() => done(false), millis);
        waiting.add(resume);
      });
    },
    retryNow,
    forget: () => persistence.forget(),
    destroy() {
      isDestroyed = true;
      clearTimeout(timer);
      removeEventListener("online", retryNow);
      removeEventListener("offline", reconnect);
      removeEventListener("beforeunload", warn);
      undo.destroy();
      socket.destroy();
      persistence.close();
      doc.destroy();
    },
  };
}

const sameSave = (a: SaveState, b: SaveState): boolean => JSON.stringify(a) === JSON.stringify(b);
