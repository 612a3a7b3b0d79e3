import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(loadReader);

const api = "POST /links {url: uri} -> 201 {code}\nGET /{code} -> 302 | 404";
const said = "Each visit is published, and the consumer inserts a `click` row, so that a redirect never waits for it.";
const usual = "code varchar(7) not null references link(code), at timestamptz not null default now()";

function read(words: string, columns = usual, name = "click") {
  const schema = `create table link (code varchar(7) primary key, url text not null);
create table ${name} (id bigint generated always as identity primary key, ${columns});`;
  const design = `\`\`\`mermaid
flowchart LR
  browser --> api[API]
  api --> db[(Postgres)]
  api -.-> kafka[[Kafka]] --> c[Consumer] --> db
\`\`\`
${words}`;
  const { operations, consumers, findings } = readDesign({ schema, api, design }, {});
  const steps = operations.find(({ path }) => path === "/{code}")?.steps ?? [];
  return { steps, consumer: consumers?.[0]?.steps, rules: findings.map(({ rule }) => rule) };
}

test("a visit that a consumer writes down, as the design document tells, is published once the link is found", () => {
  const { steps, consumer, rules } = read(said);
  expect(steps.map((step) => Object.keys(step)[0])).toEqual(["get", "publish", "redirect"]);
  expect(steps[1]).toEqual({ publish: "click", to: "kafka", message: { code: "$path.code" } });
  expect(consumer).toEqual([{ insert: "click", values: { code: "$message.code" } }]);
  expect(rules).not.toContain("queue-unused");
  for (const words of [
    "The click worker adds a row to `click_events`.",
    "`click_events` are written later by the consumer.",
  ])
    expect(read(words, usual, "click_events").steps, words).toHaveLength(3);
});

test("what a visit's row has to hold is known when it is published, or nothing is", () => {
  const timed = "link_code varchar(7) not null references link, at timestamptz not null";
  expect(read(said, timed).steps[1]).toMatchObject({ message: { link_code: "$path.code", at: "$now" } });
  expect(read(said, `${usual}, country text not null`).steps).toHaveLength(2);
  expect(read(said, "code varchar(7) not null").steps).toHaveLength(2);
});

test("a consumer of which nothing, something else or the opposite is told writes no visits", () => {
  for (const words of ["", "The consumer inserts a report.", "The consumer never inserts a `click` row."])
    expect(read(words).steps, words).toHaveLength(2);
});
