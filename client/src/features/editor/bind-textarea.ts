import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { type Delta, shifted, type Splice, spliceBetween } from "./splice.ts";

export interface TextareaBindingOptions {
  text: Y.Text;
  awareness: Awareness;
  undo: Y.UndoManager;
  area: HTMLTextAreaElement;
}

const lineFeeds = (text: string) => text.replace(/\r\n?/g, "\n");

/**
 * A plain textarea on a shared text. The caret and the scroll position survive what others write; while an input method
 * composes, others' changes wait, because setting the value would end the composition.
 */
export function bindTextarea({ text, awareness, undo, area }: TextareaBindingOptions): Disposable {
  const origin = {};
  const abort = new AbortController();
  let shown = "";
  let isComposing = false;
  let missed: Delta[] = [];
  undo.addTrackedOrigin(origin);

  function show(start: number, end: number): void {
    const { scrollTop, scrollLeft, selectionDirection } = area;
    shown = lineFeeds(text.toJSON());
    if (area.value !== shown) area.value = shown;
    if (document.activeElement === area) area.setSelectionRange(start, end, selectionDirection);
    area.scrollTop = scrollTop;
    area.scrollLeft = scrollLeft;
  }

  function take(): void {
    if (isComposing) return;
    const typed = spliceBetween(shown, area.value, area.selectionEnd);
    const deltas = missed;
    missed = [];
    if (typed !== null) write(text, moved(typed, deltas), origin);
    const follow = (offset: number) => deltas.reduce((at, delta) => shifted(at, delta), offset);
    show(follow(area.selectionStart), follow(area.selectionEnd));
  }

  const observe = (event: Y.YTextEvent, transaction: Y.Transaction) => {
    if (transaction.origin === origin) return;
    if (isComposing) {
      missed.push(event.delta);
      return;
    }
    show(shifted(area.selectionStart, event.delta), shifted(area.selectionEnd, event.delta));
  };

  const publish = () => {
    if (document.activeElement !== area || isComposing) return;
    const [anchor, head] =
      area.selectionDirection === "backward"
        ? [area.selectionEnd, area.selectionStart]
        : [area.selectionStart, area.selectionEnd];
    awareness.setLocalStateField("selection", {
      anchor: Y.createRelativePositionFromTypeIndex(text, anchor),
      head: Y.createRelativePositionFromTypeIndex(text, head),
    });
  };

  const listen = { signal: abort.signal };
  area.addEventListener("input", take, listen);
  area.addEventListener("compositionstart", () => void (isComposing = true), listen);
  area.addEventListener(
    "compositionend",
    () => {
      isComposing = false;
      take();
    },
    listen,
  );
  area.addEventListener(
    "beforeinput",
    (event) => {
      if (event.inputType !== "historyUndo" && event.inputType !== "historyRedo") return;
      event.preventDefault(); // the browser's own history knows nothing of what others wrote
      if (event.inputType === "historyUndo") undo.undo();
      else undo.redo();
    },
    listen,
  );
  area.addEventListener(
    "keydown",
    (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      if (key === "y" || event.shiftKey) undo.redo();
      else undo.undo();
    },
    listen,
  );
  document.addEventListener("selectionchange", publish, listen);
  text.observe(observe);
  show(0, 0);

  return {
    [Symbol.dispose]() {
      abort.abort();
      text.unobserve(observe);
      undo.removeTrackedOrigin(origin);
      awareness.setLocalStateField("selection", null);
    },
  };
}

/** The same edit, after what others did meanwhile. */
function moved(splice: Splice, deltas: readonly Delta[]): Splice {
  const follow = (offset: number) => deltas.reduce((at, delta) => shifted(at, delta), offset);
  const at = follow(splice.at);
  return { at, remove: Math.max(0, follow(splice.at + splice.remove) - at), insert: splice.insert };
}

function write(text: Y.Text, splice: Splice, origin: object): void {
  text.doc?.transact(() => {
    text.delete(splice.at, splice.remove);
    text.insert(splice.at, splice.insert);
  }, origin);
}
