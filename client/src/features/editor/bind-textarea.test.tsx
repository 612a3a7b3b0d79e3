import { expect, test } from "vitest";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { bindTextarea } from "./bind-textarea.ts";

function createDesk(content: string) {
  const doc = new Y.Doc();
  const text = doc.getText("content");
  text.insert(0, content);
  const awareness = new Awareness(doc);
  const undo = new Y.UndoManager(text, { trackedOrigins: new Set(), captureTimeout: 0 });
  const area = document.createElement("textarea");
  document.body.append(area);
  area.focus();
  const binding = bindTextarea({ text, awareness, undo, area });
  const type = (insert: string, at: number) => {
    area.setRangeText(insert, at, at, "end");
    area.dispatchEvent(new Event("input"));
  };
  return {
    text,
    undo,
    area,
    type,
    [Symbol.dispose]() {
      binding[Symbol.dispose]();
      awareness.destroy();
      doc.destroy();
      area.remove();
    },
  };
}

test("what is typed reaches the text, and what others write leaves the caret where it was", () => {
  using desk = createDesk("users");
  desk.type(" table", 5);
  expect(desk.text.toJSON()).toBe("users table");
  desk.area.setSelectionRange(5, 5);
  desk.text.insert(0, "the ");
  expect(desk.area.value).toBe("the users table");
  expect(desk.area.selectionStart).toBe(9);
});

test("others' changes wait while an input method composes, and both survive", () => {
  using desk = createDesk("ab");
  desk.area.setSelectionRange(2, 2);
  desk.area.dispatchEvent(new Event("compositionstart"));
  desk.type("に", 2);
  desk.text.insert(0, "by the other ");
  expect(desk.area.value).toBe("abに");
  desk.area.dispatchEvent(new Event("compositionend"));
  expect(desk.text.toJSON()).toBe("by the other abに");
  expect(desk.area.value).toBe("by the other abに");
});

test("undo takes back only what was typed here", () => {
  using desk = createDesk("");
  desk.type("mine", 0);
  desk.text.insert(0, "theirs ");
  desk.area.dispatchEvent(new KeyboardEvent("keydown", { key: "z", ctrlKey: true, cancelable: true }));
  expect(desk.area.value).toBe("theirs ");
});
