import { expect, test } from "vitest";
import { insertedAs } from "./inserted-as.ts";

const statement = "INSERT INTO links (id, code, `url`, url_hash) VALUES (?, left(md5(?), 8), ?, SHA2(?, 256));";

test("of an insert each column is filled with what stands at its place", () => {
  expect(insertedAs(statement, "code")).toBe("left(md5(?), 8)");
  expect(insertedAs(statement, "URL")).toBe("?");
  expect(insertedAs(statement, "url_hash")).toBe("SHA2(?, 256)");
  expect(insertedAs(statement, "owner")).toBeNull();
  expect(insertedAs("The code is md5(url).", "code")).toBeUndefined();
});
