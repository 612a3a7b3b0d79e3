import { editor as monaco } from "monaco-editor/editor";
import { MonacoBinding } from "y-monaco";
import type * as Y from "yjs";
import { type Delta, spliceBetween } from "./splice.ts";

export interface MonacoBindingOptions {
  text: Y.Text;
  undo: Y.UndoManager;
  /** Whether this person's changes reach the room: only then is the shared text itself mended. */
  mayWrite: () => boolean;
  model: monaco.ITextModel;
  editors: Set<monaco.IStandaloneCodeEditor>;
}

const lineFeeds = (text: string) => text.replace(/\r\n?/g, "\n");
const mending = {};

/**
 * y-monaco with its two faults mended from outside.
 *
 * It counts a carriage return that Monaco does not keep, and from then on edits the wrong places; the same happens when
 * another client cuts a surrogate pair, which Yjs replaces on both sides without telling. So the model is compared with
 * the shared text after every change and corrected by the smallest edit, and carriage returns are taken out of the text.
 *
 * It restores the selection of before a remote change, and takes an undo for one: the caret stayed where it was while
 * text changed elsewhere. Undo goes to the document's own manager, and the caret goes to what came back.
 */
export function bindMonaco({ text, undo, mayWrite, model, editors }: MonacoBindingOptions): Disposable {
  if (text.doc === null) throw new Error("the text belongs to no document yet");
  const doc: Y.Doc = text.doc;
  model.setEOL(monaco.EndOfLineSequence.LF);
  const binding = new MonacoBinding(text, model, editors);
  undo.addTrackedOrigin(binding);
  model.undo = () => void undo.undo();
  model.redo = () => void undo.redo();

  function mend(): void {
    binding.mux(() => {
      if (model.isDisposed()) return;
      if (mayWrite()) withoutCarriageReturns(text, doc);
      const splice = spliceBetween(model.getValue(), lineFeeds(text.toJSON()));
      if (splice === null) return;
      const start = model.getPositionAt(splice.at);
      const end = model.getPositionAt(splice.at + splice.remove);
      const range = {
        startLineNumber: start.lineNumber,
        startColumn: start.column,
        endLineNumber: end.lineNumber,
        endColumn: end.column,
      };
      model.applyEdits([{ range, text: splice.insert }]);
    });
  }

  const observe = (event: Y.YTextEvent, transaction: Y.Transaction) => {
    mend();
    if (transaction.origin === undo) editors.forEach((editor) => goTo(editor, endOfChange(event.delta)));
  };
  text.observe(observe);
  const typed = model.onDidChangeContent(mend);
  mend();

  return {
    [Symbol.dispose]() {
      typed.dispose();
      text.unobserve(observe);
      undo.removeTrackedOrigin(binding);
      binding.destroy();
    },
  };
}

/** Deleting the same carriage return twice is harmless, so every editor may do it; replacing one by a line feed is not. */
function withoutCarriageReturns(text: Y.Text, doc: Y.Doc): void {
  const found = [...text.toJSON().matchAll(/\r(?=\n)/g)].map((match) => match.index);
  if (found.length === 0) return;
  doc.transact(() => {
    for (const at of found.reverse()) text.delete(at, 1);
  }, mending);
}

function endOfChange(delta: Delta): number {
  let at = 0;
  let end = 0;
  for (const op of delta) {
    if (op.retain !== undefined) at += op.retain;
    else {
      at += typeof op.insert === "string" ? op.insert.length : 0;
      end = at;
    }
  }
  return end;
}

function goTo(editor: monaco.IStandaloneCodeEditor, offset: number): void {
  const position = editor.getModel()?.getPositionAt(offset);
  if (position === undefined) return;
  editor.setPosition(position);
  editor.revealPositionInCenterIfOutsideViewport(position);
}
