import { expect, test } from "vitest";
import { isKeptApart } from "./key-apart.ts";

const insert = "INSERT INTO answers (key, response)\nVALUES ($1, $2) ON CONFLICT (key) DO NOTHING";
const apart = (text: string): boolean => isKeptApart("answers", [text]);

test.each([
  `An interceptor keeps answers. \`${insert}\`. The service knows nothing of it.`,
  `The middleware stores it:\n${insert}`,
  `The link is one statement, auto commit. Then \`${insert}\`.`,
  `The key is kept in a separate statement: ${insert}`,
  `They are not in one transaction. ${insert}`,
])("a key is kept behind what it is the key of: %s", (text) => {
  expect(apart(text)).toBe(true);
});

test.each([
  `The interceptor opens a transaction and ${insert}`,
  `BEGIN; ${insert}; COMMIT;`,
  `${insert}`,
  "An interceptor keeps answers.",
  `An interceptor keeps them: ${insert.replace("answers", "others")}`,
  `In einer Transaktion; die Middleware: ${insert}`,
])("nothing tells that a key is kept by itself: %s", (text) => {
  expect(apart(text)).toBe(false);
});
