import type { Table } from "@proofroom/domain/design/model";
import { expect, test } from "vitest";
import { isKeyFirst, isLookedAfter } from "./looked-after.ts";

const table = (name: string): Table => ({
  name,
  columns: [],
  primaryKey: [],
  uniques: [],
  foreignKeys: [],
  checks: [],
  indexes: [],
  line: 1,
});
const after = (text: string) => isLookedAfter({ keys: table("request_keys"), row: table("links") }, text);

const [row, look, keep] = [
  "INSERT INTO links (code, url) VALUES ($1, $2);",
  "SELECT link_id FROM request_keys WHERE key = $1;",
  "INSERT INTO request_keys (key, link_id) VALUES ($1, $2);",
];
const [made, seen, kept] = [
  "const link = await db.link.create({ data: { code, url } });",
  "const seen = await db.requestKey.findUnique({ where: { key } });",
  "await db.requestKey.create({ data: { key, linkId: link.id } });",
];

test.each([
  `${row}\n${look}\n${keep}`,
  `Without a transaction, so that nothing is locked for long:\n${row}\n${look}\n${keep}`,
  `${made}\n${seen}\nif (seen) return seen.linkId;\n${kept}`,
  "POST /links inserts the link and then looks whether its key is there. If it is, the older link is answered.",
  "It stores the row, then checks if the Idempotency-Key is known.",
  "After the insert we look whether the key is in request_keys.",
  "Der Dienst speichert den Link und prüft dann, ob der Schlüssel schon da ist.",
])("a key that is looked for behind the row finds a second row made: %s", (text) => {
  expect(after(text)).toBe(true);
});

test.each([
  `${look}\n${row}\n${keep}`,
  `${row}\n${keep}\n${look}`,
  `BEGIN;\n${row}\n${look}\n${keep}`,
  `${seen}\nif (seen) return seen.linkId;\n${made}\n${kept}`,
  "POST /links looks for the key, then inserts the link with its key.",
  "It inserts the row, and where the unique key refuses it, it then looks up the row by its key.",
  "It does not insert the link and then look for the key.",
])("who looks first, does both at once or is refused by the database makes one: %s", (text) => {
  expect(after(text)).toBe(false);
});

test("a key that is added first is told apart where no transaction holds both", () => {
  const first = (text: string) => isKeyFirst({ keys: table("request_keys"), row: table("links") }, text);
  expect(first(`Three statements, no transaction: ${keep}\n${row}`)).toBe(true);
  expect(first(`Every statement commits on its own. ${kept}\n${made}`)).toBe(true);
  expect(first(`${keep}\n${row}`)).toBe(false);
  expect(first(`In one transaction: ${keep}\n${row}`)).toBe(false);
  expect(first(`No transaction. An interceptor keeps it: ${keep}\nThe service: ${row}`)).toBe(false);
  expect(first(`No transaction: ${row}\n${keep}`)).toBe(false);
});
