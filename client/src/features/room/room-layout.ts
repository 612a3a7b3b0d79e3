import type { DocumentName } from "@proofroom/domain/document/document";
import { createEffect, createSignal, on } from "solid-js";
import type { Room } from "../../data/room.tsx";
import { createShortcuts, type Shortcut } from "../../ui/keys.ts";
import type { PanelSize } from "../run/RunHead.tsx";
import type { PhoneView } from "./BottomBar.tsx";
import type { Place } from "./DocumentsPane.tsx";
import type { SideView } from "./SidePane.tsx";

const panes = ["documents", "preview", "run", "side", "rail"] as const;

export type RoomLayout = ReturnType<typeof createRoomLayout>;

/** Which pane, tab and drawer are seen, and the keys that move between them. */
export function createRoomLayout(room: Room, run: () => void) {
  const [document, setDocument] = createSignal<DocumentName>("schema");
  const [reveal, setReveal] = createSignal<Place>();
  const [side, setSide] = createSignal<SideView>("chat");
  const [drawer, setDrawer] = createSignal<"side" | "rail">();
  const [phone, setPhone] = createSignal<PhoneView>("documents");
  const [panel, setPanel] = createSignal<PanelSize>(innerHeight >= 700 || innerWidth < 900 ? "half" : "strip");
  const [read, setRead] = createSignal(0);

  const messages = () => room.live().events.filter((e) => e.type === "message" && e.person?.id !== room.me.id).length;
  const isChatSeen = () => {
    if (side() !== "chat") return false;
    if (innerWidth < 900) return phone() === "side";
    return innerWidth >= 1280 || drawer() === "side";
  };
  createEffect(() => {
    if (isChatSeen()) setRead(messages());
  });
  createEffect(on(phone, (view) => view === "run" && setPanel((size) => (size === "strip" ? "half" : size))));

  const focusPane = (id: string) => window.document.getElementById(id)?.focus();
  const openDocument = (name: DocumentName) => {
    setDocument(name);
    setPhone("documents");
    // The editor's own field takes the focus, so that one can go on writing.
    queueMicrotask(() => {
      const pane = window.document.querySelector<HTMLElement>("#documents [role=tabpanel]:not([hidden]) textarea");
      pane?.focus();
    });
  };
  const openEditor = () => openDocument(document());
  const openSide = (view: SideView) => {
    setSide(view);
    setDrawer("side");
    setPhone("side");
    const field = { chat: "say", staff: "say-to-staff", people: undefined }[view];
    if (field !== undefined) queueMicrotask(() => window.document.getElementById(field)?.focus());
  };
  const openStart = () => {
    openSide("chat");
    queueMicrotask(() => window.document.getElementById("start-interview")?.focus());
  };
  const closeDrawer = () => setDrawer(undefined);
  const openRuns = () => {
    setPanel((size) => (size === "strip" ? "half" : size));
    setPhone("run");
    queueMicrotask(() => focusPane("run"));
  };
  const open = (place: Place) => {
    openDocument(place.document);
    setReveal({ ...place });
  };
  const cycle = (by: 1 | -1) => {
    const seen = panes.filter((id) => (window.document.getElementById(id)?.offsetParent ?? null) !== null);
    const at = seen.findIndex((id) => window.document.getElementById(id)?.contains(window.document.activeElement));
    const next = seen[(at + by + seen.length) % seen.length];
    if (next !== undefined) focusPane(next);
  };

  const shortcuts: Shortcut[] = [
    { code: "Enter", ctrl: true, run },
    { code: "Digit1", alt: true, run: () => openDocument("schema") },
    { code: "Digit2", alt: true, run: () => openDocument("api") },
    { code: "Digit3", alt: true, run: () => openDocument("design") },
    { code: "KeyC", alt: true, run: () => openSide("chat") },
    { code: "KeyR", alt: true, run: openRuns },
    { code: "F6", run: () => cycle(1) },
    { code: "F6", shift: true, run: () => cycle(-1) },
  ];
  createShortcuts(shortcuts);

  return {
    document,
    setDocument,
    reveal,
    open,
    side,
    setSide,
    openSide,
    openStart,
    openEditor,
    drawer,
    setDrawer,
    closeDrawer,
    phone,
    setPhone,
    panel,
    setPanel,
    openRuns,
    unread: () => Math.max(0, messages() - read()),
  };
}
