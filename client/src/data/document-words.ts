import { never } from "@proofroom/domain/never";
import type { Closure, SaveState } from "./document-save.ts";

/** What the pill says, in the words people read. */
export function saveLabel(state: SaveState): string {
  switch (state.pill) {
    case "opening":
      return "Opening…";
    case "saved":
      return "Saved";
    case "pending":
      return "Edited";
    case "saving":
      return "Saving…";
    case "local":
      return state.onDevice ? "Saved on this device – reconnecting" : "Reconnecting";
    case "unsaved":
      return state.reason === "full" ? "Not saved – storage full" : "Not saved – storage blocked";
    case "full":
      return "Not kept – document full";
    case "away":
      return state.queued > 0 ? "Not saved yet – the room's database is away" : "The room's database is away";
    case "viewing":
      return "Viewing only";
    case "ended":
      return "Ended";
    case "removed":
      return removed[state.why];
    default:
      return never(state);
  }
}

const removed = {
  access: "Access removed",
  "signed-out": "Signed out",
  gone: "Access removed",
  replaced: "A newer version is open",
} as const;

/** What a person whose socket was closed for good can still do. */
export const closureWords: Record<Closure, string> = {
  access: "Your access to this room was removed. What you wrote stays here to be copied.",
  "signed-out": "You are signed out. Reload the page to sign in again; what you wrote is kept on this device.",
  gone: "This document cannot be opened any more. What you wrote stays here to be copied.",
  replaced: "This document was replaced while you were away. What you wrote is below; the room has not got it.",
};

const edits = (count: number) => (count === 1 ? "1 edit" : `${count} edits`);

/** What a change of the pill is worth telling a screen reader, and whether it interrupts; null for ordinary typing. */
export function saveNews(before: SaveState, after: SaveState): { text: string; isUrgent: boolean } | null {
  if (after.pill === before.pill) return null;
  switch (after.pill) {
    case "saved": {
      if (before.pill === "full") return { text: "The room keeps this document again.", isUrgent: false };
      const waited = "queued" in before && before.pill !== "saving" ? before.queued : 0;
      if (before.pill !== "local" && before.pill !== "unsaved" && before.pill !== "away") return null;
      return { text: waited > 0 ? `Back online. ${edits(waited)} sent.` : "Back online.", isUrgent: false };
    }
    case "opening":
    case "pending":
    case "saving":
      return null;
    case "unsaved":
      return { text: `${saveLabel(after)}. Copy your text before you leave.`, isUrgent: true };
    case "full":
      return { text: `${saveLabel(after)}. Remove some text, or copy it before you leave.`, isUrgent: true };
    case "local":
    case "away":
    case "viewing":
    case "ended":
    case "removed":
      return { text: saveLabel(after), isUrgent: false };
    default:
      return never(after);
  }
}

const gravity: SaveState["pill"][] = [
  "removed",
  "unsaved",
  "full",
  "away",
  "local",
  "saving",
  "opening",
  "pending",
  "ended",
  "viewing",
  "saved",
];

/** The one pill for several documents: the state that a person must know of first. */
export function gravest(states: readonly SaveState[]): SaveState {
  const ranked = [...states].sort((a, b) => gravity.indexOf(a.pill) - gravity.indexOf(b.pill));
  const first = ranked[0] ?? { pill: "opening" };
  if (!("queued" in first)) return first;
  const queued = states.reduce((sum, state) => sum + ("queued" in state ? state.queued : 0), 0);
  return { ...first, queued };
}
