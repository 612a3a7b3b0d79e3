import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { waysIn } from "../ways/way-of.ts";

beforeAll(() => loadReader());

const { read } = waysIn(loadPublicProblem(problemsDir, "url-shortener").capabilities);

const api = "POST /aliases {href: uri, alias?} -> 201 {alias, href}\nGET /{alias} -> 302 | 404\n";
const aliases = (more = "") =>
  `create table aliases (alias text primary key, destination_id uuid not null references destinations${more});`;
const done = (schema: string) => {
  const { operations, findings } = read(schema, api);
  const of = (name: string) => operations.find(({ capability }) => capability === name)?.steps;
  return { shorten: of("shorten"), resolve: of("resolve"), rules: findings.map(({ rule }) => rule) };
};

test.each([
  ["that makes its own id", "destination_id uuid primary key default gen_random_uuid()", { href: "$body.href" }],
  ["that is given one", "destination_id uuid primary key", { href: "$body.href", destination_id: { uuid: true } }],
])(
  "an address in a table of its own %s is written with the alias that names it, and found through that",
  (_, id, values) => {
    const { shorten, resolve, rules } = done(`create table destinations (${id}, href text not null);\n${aliases()}`);
    expect(shorten?.[0]).toMatchObject({
      transaction: [
        { insert: "destinations", values },
        { insert: "aliases", values: { destination_id: "$destinations.destination_id" } },
      ],
    });
    expect(shorten?.[1]).toMatchObject({ return: { body: { alias: "$aliases.alias", href: "$destinations.href" } } });
    expect(resolve).toMatchObject([
      { get: "aliases", by: { alias: "$path.alias" } },
      { get: "destinations", by: { destination_id: "$aliases.destination_id" } },
      { redirect: "$row.href", status: 302 },
    ]);
    expect(rules).not.toContain("empty-column");
    expect(rules).not.toContain("field-not-kept");
  },
);

test.each([
  [
    "needs what nobody sends",
    "destination_id uuid primary key default gen_random_uuid(), href text not null, checked_by text not null",
  ],
  ["may be there already", "destination_id uuid primary key default gen_random_uuid(), href text not null unique"],
])("a row of its own that %s is not made up", (_, columns) => {
  const { shorten, rules } = done(`create table destinations (${columns});\n${aliases()}`);
  expect(JSON.stringify(shorten)).not.toContain('"insert":"destinations"');
  expect(rules).toContain("empty-column");
});
