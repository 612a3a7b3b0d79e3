import type { Fix } from "@proofroom/domain/design/finding";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { applyFix } from "./apply-fix.ts";

function open(texts: { schema: string; api: string; design: string }) {
  const one = (content: string, isReadOnly = false) => {
    const text = new Y.Doc().getText("content");
    text.insert(0, content);
    return { text, readOnly: () => isReadOnly };
  };
  return { schema: one(texts.schema), api: one(texts.api), design: one(texts.design) };
}

const texts = { schema: "create table links (code text);", api: "GET /{code} -> 302", design: "" };
const fix: Fix = {
  label: "Make code unique",
  edits: [
    { document: "schema", from: 29, to: 29, insert: " unique" },
    { document: "schema", from: 20, to: 24, insert: "slug" },
    { document: "api", from: 0, to: 0, insert: "# asked\n" },
  ],
};

test("a fix writes all its edits, in every document it names", () => {
  const documents = open(texts);
  expect(applyFix(documents, texts, fix)).toBe("applied");
  expect(documents.schema.text.toJSON()).toBe("create table links (slug text unique);");
  expect(documents.api.text.toJSON()).toBe("# asked\nGET /{code} -> 302");
});

test("what was typed elsewhere since the reading moves the fix along", () => {
  const documents = open(texts);
  documents.schema.text.insert(0, "-- links\n");
  expect(applyFix(documents, texts, fix)).toBe("applied");
  expect(documents.schema.text.toJSON()).toBe("-- links\ncreate table links (slug text unique);");
});

test("a fix of text that somebody just changed writes nothing anywhere", () => {
  const documents = open(texts);
  documents.schema.text.insert(22, "x");
  expect(applyFix(documents, texts, fix)).toBe("stale");
  expect(documents.api.text.toJSON()).toBe(texts.api);
});

test("a viewer's click changes nothing", () => {
  const documents = open(texts);
  expect(applyFix({ ...documents, api: { text: documents.api.text, readOnly: () => true } }, texts, fix)).toBe(
    "read-only",
  );
  expect(documents.schema.text.toJSON()).toBe(texts.schema);
});
