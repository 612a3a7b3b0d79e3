import { expect, test } from "vitest";
import * as Y from "yjs";
import { KeptDocument, type Row } from "./kept-document.ts";
import { seeded } from "./test-random.ts";
import { TouchedLines } from "./touched-lines.ts";

/** A document that two people write, with each of their updates as a row of the log. */
function written(text = "") {
  const doc = new Y.Doc();
  const rows: Row[] = [];
  let author = "ada";
  doc.on("update", (bytes: Uint8Array) => rows.push({ seq: rows.length + 1, author, bytes }));
  const content = doc.getText("content");
  if (text !== "") content.insert(0, text);
  return {
    rows,
    by(person: string, write: (content: Y.Text) => void): Row[] {
      author = person;
      const from = rows.length;
      doc.transact(() => write(content));
      return rows.slice(from);
    },
    base: () => ({ epoch: 1, seq: rows.length, updates: rows.map(({ bytes }) => bytes) }),
  };
}

test("each line that changed is its last writer's", () => {
  const room = written("one\ntwo\nthree\n");
  const kept = new KeptDocument(room.base(), null);
  kept.append(room.by("ada", (text) => text.insert(3, " and a half")));
  kept.append(room.by("bob", (text) => text.insert(0, "zero\n")));
  expect(kept.text).toBe("zero\none and a half\ntwo\nthree\n");
  expect(kept.takeChanged("schema")).toEqual([
    { document: "schema", version: "1.3", author: "bob", lines: [1], removed: 0 },
    { document: "schema", version: "1.3", author: "ada", lines: [2], removed: 0 },
  ]);
  expect(kept.takeChanged("schema")).toEqual([]);
});

test("what is typed and taken back has changed nothing", () => {
  const room = written("one\ntwo\n");
  const kept = new KeptDocument(room.base(), null);
  kept.append(room.by("ada", (text) => text.insert(4, "x")));
  kept.append(room.by("ada", (text) => text.delete(4, 1)));
  expect(kept.takeChanged("api")).toEqual([]);
});

test("lines that were only removed are told by who removed them", () => {
  const room = written("one\ntwo\nthree\n");
  const kept = new KeptDocument(room.base(), null);
  kept.append(room.by("bob", (text) => text.delete(4, 4)));
  expect(kept.takeChanged("design")).toEqual([
    { document: "design", version: "1.2", author: "bob", lines: [], removed: 1 },
  ]);
});

test("a row that is missing in between is noticed, one that is known already is passed over", () => {
  const room = written("one");
  const kept = new KeptDocument(room.base(), null);
  const [first, second] = [room.by("ada", (t) => t.insert(0, "a")), room.by("ada", (t) => t.insert(0, "b"))];
  expect(kept.append(second)).toBe(false);
  expect(kept.append([...room.rows.slice(0, 1), ...first, ...second])).toBe(true);
  expect(kept.text).toBe("baone");
});

test("a document loaded anew is compared with what was told before", () => {
  const room = written("one\n");
  room.by("bob", (text) => text.insert(4, "two\n"));
  const kept = new KeptDocument(room.base(), "one\n");
  expect(kept.append([{ seq: 2, author: "bob", bytes: new Uint8Array() }])).toBe(true);
  expect(kept.takeChanged("schema")).toMatchObject([{ author: "bob", lines: [2] }]);
});

test("the lines that are counted along are those of the text, whatever is typed", () => {
  const random = seeded(9);
  for (let n = 0; n < 100; n++) {
    const doc = new Y.Doc();
    const text = doc.getText("content");
    text.insert(0, "first\nsecond\n");
    const touched = new TouchedLines(text.toJSON());
    text.observe(({ delta }) => touched.apply(delta, "ada"));
    for (let edits = random.below(40); edits > 0; edits--) {
      const from = random.below(text.length + 1);
      const gone = Math.min(random.below(9), text.length - from);
      doc.transact(() => {
        text.delete(from, gone);
        text.insert(from, random.oneOf(["", "a", "\n", "b\nc", "\n\n", "de\n"]));
      });
      const lines = text.toJSON().split("\n");
      expect(touched.lengths).toEqual(lines.map((line) => line.length));
    }
  }
});
