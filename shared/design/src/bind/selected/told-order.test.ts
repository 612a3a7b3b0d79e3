import type { Table } from "@proofroom/domain/design/model";
import { expect, test } from "vitest";
import { isToldOfAll, toldOrder } from "./told-order.ts";

const column = (name: string, type: string) => ({ name, type, nullable: false, generated: false, line: 1 });
const links: Table = {
  name: "links",
  columns: [column("code", "text"), column("created_at", "timestamptz")],
  primaryKey: ["code"],
  uniques: [],
  foreignKeys: [],
  checks: [],
  indexes: [],
  line: 1,
};

test.each([
  ["The list shows a person's links, the oldest first.", "created_at asc"],
  ["Newest first, twenty a page.", "created_at desc"],
  ["Die Liste zeigt die ältesten zuerst.", "created_at asc"],
  ["Los más antiguos primero.", "created_at asc"],
  ["Les plus anciens d'abord.", "created_at asc"],
  ["It is sorted by creation date ascending.", "created_at asc"],
  ["Sorted by code alphabetically.", "code asc"],
  ["Ordered by created_at, descending.", "created_at desc"],
])("words say how a list is in order: %s", (told, order) => {
  expect(toldOrder(told, "", links)).toBe(order);
});

test.each(["Sorted by creation date.", "Not the oldest first.", "Twenty a page.", "Sorted by clicks, descending."])(
  "words that leave it open say nothing: %s",
  (told) => {
    expect(toldOrder(told, "", links)).toBeNull();
  },
);

test("of the rest of a design only what begins with the list is about it", () => {
  expect(toldOrder("", "Jobs run. The list has the oldest first.", links)).toBe("created_at asc");
  expect(toldOrder("", "The queue hands out the oldest first.", links)).toBeNull();
});

test.each([
  ["It answers everybody's links, and does not filter by owner.", true],
  ["All links of all users are listed.", true],
  ["It does not show everybody's links.", false],
  ["It answers the links of whoever asks.", false],
])("a list is told to be of everybody's rows: %s", (told, isSo) => {
  expect(isToldOfAll(told, "")).toBe(isSo);
});
