import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const chart = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const reading = (said: string, column = "deleted_at timestamptz") => {
  const schema = `create table links (code text primary key, url text not null, idempotency_key uuid unique, ${column});`;
  const api = `POST /links {url: uri} [Idempotency-Key] -> 201 {code}
GET /{code} -> 302 | 404
DELETE /links/{code} -> 204 | 404
`;
  const { operations } = readDesign({ schema, api, design: `${chart}\n${said}\n` }, capabilities);
  const does = (method: string) => JSON.stringify(operations.find((one) => one.method === method)?.steps);
  return { deleting: does("DELETE"), opening: does("GET") };
};

test.each([
  "Deleting sets `deleted_at`.",
  "A DELETE does not remove the row, it sets deleted_at.",
  "`update links set deleted_at = now() where code = $1`",
  "We soft-delete.",
  "Beim Löschen wird deleted_at gesetzt.",
  "Al borrar se pone `deleted_at`.",
])("deleting fills the column of which it is told: %s", (said) => {
  const { deleting, opening } = reading(said);
  expect(deleting).toContain('"update":"links","set":{"deleted_at":"$now"},"where":{"code":"$path.code"}');
  expect(opening).not.toContain("deleted_at");
});

test.each([
  "",
  "There is no soft delete.",
  "Instead of setting deleted_at the row is deleted.",
  "Open: `where deleted_at is null`.",
])("what is not told to stay goes: %s", (said) => {
  expect(reading(said).deleting).toContain('"delete":"links"');
});

test("in whatever language the column is called, and as a flag", () => {
  expect(reading("Löschen setzt geloescht_am.", "geloescht_am timestamptz").deleting).toContain(
    '"geloescht_am":"$now"',
  );
  expect(reading("DELETE sets is_deleted = true.", "is_deleted boolean not null default false").deleting).toContain(
    '"is_deleted":true',
  );
});

test.each([
  [
    "Deleting sets `deleted_at`; a deleted link answers 404.",
    '"if":{"deleted_at":{"lte":"$now"}},"then":[{"return":{"status":404}}]',
  ],
  [
    "Deleting sets `deleted_at`. Opening: `select url from links where code = $1 and deleted_at is null`",
    '"if":{"deleted_at":{"lte":"$now"}},"then":[{"return":{"status":404}}]',
  ],
  [
    "Deleting sets `deleted_at`. 410 for a deleted link.",
    '"if":{"deleted_at":{"lte":"$now"}},"then":[{"return":{"status":410}}]',
  ],
])("what is gone is answered as it is told: %s", (said, does) => {
  expect(reading(said).opening).toContain(does);
});

const state = "state text not null default 'active' check (state in ('active', 'disabled'))";

test.each([
  "DELETE sets `state = 'disabled'`; a disabled link is answered with 404.",
  "Deleting a link marks it as disabled. A disabled link: 404.",
  "A DELETE only disables the link. Disabled links answer 404.",
  "Beim Löschen wird state auf 'disabled' gesetzt; disabled ergibt 404.",
  "Delete: `update links set state = 'disabled' where code = $1`. Open: `select url from links where code = $1 and state = 'active'`.",
])("deleting puts a row into the state that says it is gone, and it is not opened any more: %s", (said) => {
  const { deleting, opening } = reading(said, state);
  expect(deleting).toContain('"update":"links","set":{"state":"disabled"},"where":{"code":"$path.code"}');
  expect(opening).toMatch(/"state":"disabled"\},"then":\[\{"return":\{"status":404|"state":"active"/);
});

test("a flag that says that a row is there is taken from it", () => {
  const { deleting, opening } = reading(
    "DELETE sets is_active = false. Opening: `select url from links where code = $1 and is_active`.",
    "is_active boolean not null default true",
  );
  expect(deleting).toContain('"set":{"is_active":false}');
  expect(opening).toContain("is_active");
});

test.each([
  "Deleting removes the row, also where state = 'disabled'.",
  "DELETE does not set state to 'disabled', it deletes the row.",
  "An admin sets state = 'disabled'.",
  "DELETE is allowed only if state = 'disabled'.",
])("a state that is only spoken of keeps no row: %s", (said) => {
  expect(reading(said, state).deleting).toContain('"delete":"links"');
});
