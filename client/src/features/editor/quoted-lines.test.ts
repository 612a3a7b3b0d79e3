import type { AnchoredPlace } from "@proofroom/domain/interview/place";
import { DocumentVersion } from "@proofroom/domain/document/document";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { linesOf } from "./quoted-lines.ts";

const written = "create table links (\n  code varchar(5),\n  url text\n);\n";

/** The text and a place on it whose anchor is made as the server makes it: of the first line's start. */
function quoted(line: number, endLine = line): { text: Y.Text; place: AnchoredPlace } {
  const text = new Y.Doc().getText("content");
  text.insert(0, written);
  const lines = written.split("\n");
  const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
  const position = Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, start));
  const anchor = btoa(String.fromCharCode(...position));
  const quote = lines.slice(line - 1, endLine).join("\n");
  return { text, place: { document: "schema", version: DocumentVersion.parse("1.1"), line, endLine, quote, anchor } };
}

test("quoted lines move with what is written above them", () => {
  const { text, place } = quoted(2, 3);
  text.insert(0, "-- one\n-- two\n");
  expect(linesOf(text, place)).toEqual({ line: 4, endLine: 5 });
});

test("a change within the line keeps it quoted, even of its first letter", () => {
  const { text, place } = quoted(2);
  const at = written.indexOf("  code");
  text.delete(at, 2);
  text.insert(at, "\t");
  expect(linesOf(text, place)).toEqual({ line: 2, endLine: 2 });
});

test("lines that were deleted are quoted no more", () => {
  const { text, place } = quoted(2);
  text.delete(written.indexOf("  code"), "  code varchar(5),\n".length);
  expect(linesOf(text, place)).toBeNull();
  text.delete(0, text.length);
  expect(linesOf(text, place)).toBeNull();
});

test("an anchor that cannot be read leaves the line's number, as long as the line still reads alike", () => {
  const { text, place } = quoted(2);
  expect(linesOf(text, { ...place, anchor: "no base64!" })).toEqual({ line: 2, endLine: 2 });
  text.insert(0, "-- one\n-- two\n");
  expect(linesOf(text, { ...place, anchor: "no base64!" })).toBeNull();
});
