import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(loadReader);

const schema = "create table links (code text primary key, url text not null);";
const drawn = "```mermaid\nflowchart LR\n  u --> s[API]\n  s --> db[(Postgres)]\n  s --> o[(S3 bucket)]\n```\n";

const read = (api: string, words: string, design = drawn) => {
  const { operations, findings } = readDesign({ schema, api, design: `${design}\n${words}` }, {});
  return { steps: operations[0]?.steps, rules: findings.map(({ rule }) => rule) };
};

const got = [{ "object.get": "qr/{path.code}.png" }, { return: { status: 200, body: "$object" } }];

test.each([
  ["GET /links/{code}/qr -> 200 image/png | 404", "GET qr streams it from S3, where it is `qr/{code}.png`."],
  ["GET /links/{code}/qr -> 200 | 404   # reads `qr/{code}.png` from the bucket", ""],
  ["GET /links/:code/qr -> 200 | 404", "The qr picture is served out of the object store (`qr/<code>.png`)."],
  ["GET /links/{code}/qr -> 200 | 404", "Das qr-Bild liest die API aus S3: `s3://pictures/qr/${code}.png`."],
])("what is streamed from the store is got by its name: %s %s", (api, words) => {
  const { steps, rules } = read(api, words);
  expect(steps).toEqual(got);
  expect(rules).not.toContain("list-without-page");
});

test("what is uploaded is put there, and what is deleted leaves it; without a name it is called as its path", () => {
  expect(read("PUT /links/{code}/qr -> 204   # uploads the picture to the object store", "").steps).toEqual([
    { "object.put": "qr/{path.code}", body: "$body" },
    { return: { status: 204 } },
  ]);
  expect(read("PUT /links/{code}/qr {picture: string} -> 201", "PUT qr saves it in the bucket.").steps).toEqual([
    { "object.put": "qr/{path.code}", body: "$body.picture" },
    { return: { status: 201 } },
  ]);
  expect(read("DELETE /links/{code}/qr -> 204   # removes it from S3", "").steps?.[0]).toEqual({
    "object.delete": "qr/{path.code}",
  });
});

test("a picture of which a drawn store's label speaks is got there; without a store nothing is", () => {
  const labelled = drawn.replace("S3 bucket", "S3 bucket for QR codes");
  const api = "GET /links/{code}/qr -> 200 image/png | 404";
  expect(read(api, "", labelled).steps?.[0]).toEqual({ "object.get": "qr/{path.code}" });
  expect(JSON.stringify(read(api, "").steps)).not.toContain("object.get");
  expect(JSON.stringify(read("GET /links/{code}/stats -> 200 {code}", "Backups go to S3.").steps)).not.toContain(
    "object",
  );
});
