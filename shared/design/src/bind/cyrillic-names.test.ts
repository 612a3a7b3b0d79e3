import { expect, test } from "vitest";
import { plain, wordsIn } from "./names.ts";

test("a name in Cyrillic has the words that it has in Latin letters", () => {
  expect(wordsIn("Место_id")).toEqual(["mesto", "id"]);
  expect(wordsIn("подтвердить")).toEqual(["podtverdit"]);
  expect(plain("id_брони")).toBe("broniid");
  expect(wordsIn("дата/окончания")).toEqual(["data", "okonchaniya"]);
});
