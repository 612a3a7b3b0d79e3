import { ItemId } from "@proofroom/domain/interview/speech";
import { expect, test } from "vitest";
import { statement } from "./export-words.ts";

test("a statement of the exported page says which point it is about, since many say the same of theirs", () => {
  const covered = { text: "Covered, without being asked.", source: null };
  const [first, second] = ["data-3", "rel-1"].map((item) =>
    String(statement({ ...covered, item: ItemId.parse(item) })),
  );
  expect(first).toContain("<strong>Data 3</strong> Covered");
  expect(second).toContain("<strong>Reliability 1</strong> Covered");
  expect(String(statement(covered))).not.toContain("strong");
});
