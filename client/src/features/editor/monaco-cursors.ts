import * as Y from "yjs";
import type { RoomDocument } from "../../data/document.ts";
import { paintCursors } from "./cursor-styles.ts";
import { remoteCursors } from "./cursors.ts";
import { monaco } from "./monaco.ts";

/**
 * Shows the others' carets and selections in Monaco, and them ours. y-monaco would draw them too, but throws at a position
 * that some client made up, and listens on after it is gone.
 */
export function shareCursors(
  editor: monaco.editor.IStandaloneCodeEditor,
  { awareness, text }: RoomDocument,
): Disposable {
  const drawn = editor.createDecorationsCollection();
  const styles = paintCursors(awareness, text);

  function draw(): void {
    const model = editor.getModel();
    if (model === null) return;
    drawn.set(
      remoteCursors(awareness, text).map(({ client, anchor, head }) => {
        const start = model.getPositionAt(Math.min(anchor, head));
        const end = model.getPositionAt(Math.max(anchor, head));
        const caret = `remote-caret remote-caret-${client}`;
        return {
          range: monaco.Range.fromPositions(start, end),
          options: {
            className: `remote-selection-${client}`,
            stickiness: monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
            ...(head < anchor ? { beforeContentClassName: caret } : { afterContentClassName: caret }),
          },
        };
      }),
    );
  }

  const publish = () => {
    const model = editor.getModel();
    const selection = editor.getSelection();
    if (model === null || selection === null || !editor.hasTextFocus()) return;
    const isBackward = selection.getDirection() === monaco.SelectionDirection.RTL;
    const start = model.getOffsetAt(selection.getStartPosition());
    const end = model.getOffsetAt(selection.getEndPosition());
    const [anchor, head] = isBackward ? [end, start] : [start, end];
    awareness.setLocalStateField("selection", {
      anchor: Y.createRelativePositionFromTypeIndex(text, anchor),
      head: Y.createRelativePositionFromTypeIndex(text, head),
    });
  };

  const moved = editor.onDidChangeCursorSelection(publish);
  const focused = editor.onDidFocusEditorText(publish);
  awareness.on("change", draw);
  text.observe(draw);
  draw();
  return {
    [Symbol.dispose]() {
      moved.dispose();
      focused.dispose();
      awareness.off("change", draw);
      text.unobserve(draw);
      styles[Symbol.dispose]();
      awareness.setLocalStateField("selection", null);
    },
  };
}
