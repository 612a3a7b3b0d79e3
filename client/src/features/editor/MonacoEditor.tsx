import type { Finding, Fix } from "@proofroom/domain/design/finding";
import type { AnchoredPlace } from "@proofroom/domain/interview/place";
import { createEffect, onCleanup, onMount } from "solid-js";
import type { RoomDocument } from "../../data/document.ts";
import { showFindings } from "../findings/monaco-findings.ts";
import { bindMonaco } from "./bind-monaco.ts";
import type { Caret, Handover } from "./caret.ts";
import type { Language } from "./language.ts";
import { assistWith } from "./monaco-assist.ts";
import { shareCursors } from "./monaco-cursors.ts";
import { addTabSwitch, editorOptions, freeKeys } from "./monaco-options.ts";
import { showQuote } from "./monaco-quote.ts";
import { followTheme } from "./monaco-theme.ts";
import { monaco } from "./monaco.ts";

export interface MonacoEditorProps {
  document: RoomDocument;
  title: string;
  language: Language["monaco"];
  findings: readonly Finding[];
  reader: Worker | undefined;
  handover: Handover | null;
  reveal: Caret | undefined;
  quoted: AnchoredPlace | undefined;
  /** Takes the lines that are clicked, while a question waits for some. */
  onPoint: ((line: number, endLine: number) => void) | undefined;
  onApplyFix: (fix: Fix) => void;
  onCaret: (caret: Caret) => void;
  onTabMode: (leaves: boolean) => void;
}

/** Monaco on a shared text. It is loaded on its own, after the room already works in the plain editor. */
export function MonacoEditor(props: MonacoEditorProps) {
  let host: HTMLDivElement | undefined;

  onMount(() => {
    if (host === undefined) return;
    const shared = props.document;
    untilGone(followTheme());
    const model = monaco.editor.createModel("", props.language);
    onCleanup(() => model.dispose());
    const editor = monaco.editor.create(host, {
      ...editorOptions(props.language),
      ariaLabel: `${props.title} document`,
      model,
    });
    onCleanup(() => editor.dispose());
    freeKeys();
    const mayWrite = () => !shared.readOnly();
    untilGone(bindMonaco({ text: shared.text, undo: shared.undo, mayWrite, model, editors: new Set([editor]) }));
    untilGone(shareCursors(editor, shared));
    const findings = untilGone(showFindings(editor, { mayFix: mayWrite, onApplyFix: (fix) => props.onApplyFix(fix) }));

    const quote = untilGone(showQuote(editor, shared.text));

    // oxlint-disable-next-line solid/reactivity -- Monaco's events, like those of an element
    editor.onMouseUp(({ target }) => {
      const chosen = editor.getSelection();
      if (target.position === null || chosen === null) return;
      props.onPoint?.(chosen.startLineNumber, lastLineOf(chosen));
    });
    // oxlint-disable-next-line solid/reactivity -- as above
    editor.onDidChangeCursorPosition(({ position }) =>
      props.onCaret({ line: position.lineNumber, column: position.column }),
    );
    // oxlint-disable-next-line solid/reactivity -- as above
    addTabSwitch(editor, (leaves) => props.onTabMode(leaves));

    createEffect(() => monaco.editor.setModelLanguage(model, props.language));
    createEffect(() => {
      const message = shared.notice();
      editor.updateOptions({
        readOnly: shared.readOnly(),
        ...(message === null ? {} : { readOnlyMessage: { value: message } }),
      });
    });
    createEffect(() => findings.show(props.findings));
    createEffect(() => quote.show(props.quoted));
    createEffect(() => {
      if (props.reveal !== undefined) goTo(editor, props.reveal);
    });
    if (props.reader !== undefined) untilGone(assistWith(editor, props.reader));
    takeOver(editor, props.handover);
  });

  return (
    <div
      class="editor-monaco"
      classList={{ pointing: props.onPoint !== undefined }}
      ref={(element) => (host = element)}
    />
  );
}

function untilGone<T extends Disposable>(thing: T): T {
  onCleanup(() => thing[Symbol.dispose]());
  return thing;
}

/** A selection that ends before the first letter of a line does not mean that line. */
const lastLineOf = ({ startLineNumber, endLineNumber, endColumn }: monaco.Selection): number =>
  endColumn === 1 && endLineNumber > startLineNumber ? endLineNumber - 1 : endLineNumber;

function goTo(editor: monaco.editor.IStandaloneCodeEditor, { line, column }: Caret): void {
  editor.setPosition({ lineNumber: line, column });
  editor.revealLineInCenterIfOutsideViewport(line);
  editor.focus();
}

/** Goes on where the plain editor was left: same caret, same scroll position, same focus. */
function takeOver(editor: monaco.editor.IStandaloneCodeEditor, handover: Handover | null): void {
  const model = editor.getModel();
  if (handover === null || model === null) return;
  editor.setSelection(
    monaco.Range.fromPositions(model.getPositionAt(handover.start), model.getPositionAt(handover.end)),
  );
  editor.setScrollTop(handover.scrollTop);
  if (handover.hasFocus) editor.focus();
}
