import { onCleanup, onMount } from "solid-js";

export interface Shortcut {
  /** `event.code`, which names the key whatever the layout types with it. */
  code: string;
  alt?: boolean;
  /** Ctrl, or Cmd on a Mac. */
  ctrl?: boolean;
  shift?: boolean;
  run: () => void;
}

const isMac = /mac|iphone|ipad/i.test(navigator.userAgent);

/** Shortcuts of a screen, taken before an editor can swallow them. */
export function createShortcuts(shortcuts: Shortcut[]): void {
  const onKey = (event: KeyboardEvent) => {
    const ctrl = isMac ? event.metaKey : event.ctrlKey;
    const hit = shortcuts.find(
      (s) =>
        s.code === event.code &&
        (s.alt ?? false) === event.altKey &&
        (s.ctrl ?? false) === ctrl &&
        (s.shift ?? false) === event.shiftKey,
    );
    if (hit === undefined || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    hit.run();
  };
  onMount(() => window.addEventListener("keydown", onKey, true));
  onCleanup(() => window.removeEventListener("keydown", onKey, true));
}
