import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const api = "The header `X-Editor` says who asks.\n\nPOST /links {url: uri} -> 201 {code}\nGET /{code} -> 302 | 404\n";
const drawn = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n\n";
const writes = "Then `insert into editor_link (editor_id, link_id) values ($1, $2) on conflict do nothing`.";
const shortening = (columns: string, said = writes) => {
  const schema = `create table kurzlink (id bigserial primary key, code text not null unique, url text not null unique);
create table editor_link (${columns});`;
  return readDesign({ schema, api, design: drawn + said }, capabilities).operations[0]?.steps;
};
const pairs =
  "editor_id text not null, link_id bigint not null references kurzlink, at timestamptz not null default now(), primary key (editor_id, link_id)";

test("a link goes where its address is kept, and whose it is into the table that says so, both at once", () => {
  expect(shortening(pairs)).toMatchObject([
    {
      transaction: [
        { insert: "kurzlink", values: { url: "$body.url" }, onConflict: { url: "return-existing" } },
        {
          insert: "editor_link",
          values: { editor_id: "$header.x-editor", link_id: "$kurzlink.id" },
          onConflict: { link_id: "ignore" },
        },
      ],
    },
    { return: { status: 201, body: { code: "$kurzlink.code" } } },
  ]);
});

test.each([
  ["that no statement writes", pairs, "Links are shared."],
  ["that has more to say", `note text not null, ${pairs}`, writes],
  ["that may say it twice", pairs.replace(", primary key (editor_id, link_id)", ""), writes],
])("nothing is added to a table %s", (_, columns, said) => {
  expect(shortening(columns, said)?.[0]).toMatchObject({ insert: "kurzlink" });
});

test("what is made up of a link is in it also where whose it is is written with it", () => {
  const made =
    "editor_link (editor_id text not null, link_id bigint not null references kurzlink, unique (editor_id, link_id));";
  const schema = `create table kurzlink (id bigserial primary key, code text not null unique, url text not null unique, rang smallint not null);
create table ${made}`;
  expect(readDesign({ schema, api, design: drawn + writes }, capabilities).operations[0]?.steps[0]).toMatchObject({
    transaction: [{ insert: "kurzlink", values: { rang: 1 } }, { insert: "editor_link" }],
  });
});
