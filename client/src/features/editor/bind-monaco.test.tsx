import { never } from "@proofroom/domain/never";
import fc from "fast-check";
import type { editor as MonacoEditor } from "monaco-editor/editor";
import { beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { importMonaco } from "./test-monaco.ts";

let monaco: typeof MonacoEditor;
let bindMonaco: typeof import("./bind-monaco.ts").bindMonaco;

beforeAll(async () => {
  monaco = (await importMonaco()).editor;
  ({ bindMonaco } = await import("./bind-monaco.ts"));
}, 60_000);

interface Desk extends Disposable {
  doc: Y.Doc;
  text: Y.Text;
  undo: Y.UndoManager;
  model: MonacoEditor.ITextModel;
}

function createDesk(): Desk {
  const doc = new Y.Doc();
  const text = doc.getText("content");
  const undo = new Y.UndoManager(text, { trackedOrigins: new Set(), captureTimeout: 0 });
  const model = monaco.createModel("", "plaintext");
  const binding = bindMonaco({ text, undo, model, mayWrite: () => true, editors: new Set() });
  return {
    doc,
    text,
    undo,
    model,
    [Symbol.dispose]: () => (binding[Symbol.dispose](), model.dispose(), doc.destroy()),
  };
}

const exchange = (a: Y.Doc, b: Y.Doc) => {
  const forA = Y.encodeStateAsUpdate(b, Y.encodeStateVector(a));
  const forB = Y.encodeStateAsUpdate(a, Y.encodeStateVector(b));
  Y.applyUpdate(a, forA, "room");
  Y.applyUpdate(b, forB, "room");
};

function replace(model: MonacoEditor.ITextModel, from: number, to: number, insert: string): void {
  const start = model.getPositionAt(from);
  const end = model.getPositionAt(to);
  const range = {
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: end.lineNumber,
    endColumn: end.column,
  };
  model.pushEditOperations([], [{ range, text: insert }], () => null);
}

const words = fc
  .array(fc.constantFrom("a", "bc", "\n", "\r\n", "\r", "😀", "👩‍💻", "é"), { maxLength: 5 })
  .map((parts) => parts.join(""));
const place = fc.nat({ max: 40 });
const desk = fc.constantFrom(0, 1);
const act = fc.oneof(
  fc.record({ do: fc.constant("type" as const), desk, from: place, length: fc.nat({ max: 6 }), insert: words }),
  // A program on the bare protocol, which may cut pairs and send carriage returns.
  fc.record({ do: fc.constant("bare" as const), desk, from: place, length: fc.nat({ max: 6 }), insert: words }),
  fc.record({ do: fc.constant("undo" as const), desk }),
  fc.record({ do: fc.constant("redo" as const), desk }),
  fc.record({ do: fc.constant("exchange" as const) }),
);

test("two editors agree after any edits, with carriage returns, cut surrogate pairs and undo", () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      using left = createDesk();
      using right = createDesk();
      const at = (index: number) => (index === 0 ? left : right);
      for (const act of acts) {
        switch (act.do) {
          case "exchange":
            exchange(left.doc, right.doc);
            break;
          case "undo":
            void at(act.desk).model.undo();
            break;
          case "redo":
            void at(act.desk).model.redo();
            break;
          case "type": {
            const { model } = at(act.desk);
            const from = Math.min(act.from, model.getValueLength());
            replace(model, from, Math.min(from + act.length, model.getValueLength()), act.insert);
            break;
          }
          case "bare": {
            const { text, doc } = at(act.desk);
            const from = Math.min(act.from, text.length);
            const length = Math.min(act.length, text.length - from);
            doc.transact(() => {
              text.delete(from, length);
              text.insert(from, act.insert);
            }, "bare");
            break;
          }
          default:
            never(act);
        }
        for (const { model, text } of [left, right])
          expect(model.getValue()).toBe(text.toJSON().replace(/\r\n?/g, "\n"));
      }
      exchange(left.doc, right.doc);
      exchange(left.doc, right.doc);
      expect(left.text.toJSON()).toBe(right.text.toJSON());
      expect(left.model.getValue()).toBe(right.model.getValue());
      expect(left.text.toJSON()).not.toContain("\r\n");
    }),
    { numRuns: 300 },
  );
}, 60_000);

test("undo takes back one's own edit and leaves what the other wrote", () => {
  using left = createDesk();
  using right = createDesk();
  replace(left.model, 0, 0, "create table links ();");
  exchange(left.doc, right.doc);
  replace(right.model, 0, 0, "-- by the other\r\n");
  exchange(left.doc, right.doc);
  void left.model.undo();
  exchange(left.doc, right.doc);
  expect(right.model.getValue()).toBe("-- by the other\n");
  void left.model.redo();
  expect(left.model.getValue()).toBe("-- by the other\ncreate table links ();");
});
