import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(loadReader);

const schema = "create table links (code text primary key, url text not null);";
const api = "POST /links {url: uri} -> 201 {code}\nGET /{code} -> 302 | 404";

function read(words: string, queue = "Kafka: link-created") {
  const design = `\`\`\`mermaid
flowchart LR
  u --> s[API x2]
  s --> db[(Postgres)]
  s -.-> k[/"${queue}"/]
  k --> qw[QR worker]
  qw --> o[(S3 bucket)]
  %% @k kind=queue
\`\`\`
${words}`;
  const { operations, consumers } = readDesign({ schema, api, design }, {});
  return { steps: operations[0]?.steps, does: consumers?.[0]?.steps };
}

test.each([
  "After a link is made an event goes to Kafka; the QR worker draws the picture and puts it into S3 under `qr/{code}.png`.",
  "The worker renders the code and uploads it to the bucket as `qr/<code>.png`.",
  "Each message is taken by the QR worker. It saves the picture in the object store (`qr/${code}.png`).",
  "- **QR worker**: the worker draws and stores it in s3://pictures/qr/{code}.png.",
])("an object that a worker makes of each new row is put, and the row is published: %s", (words) => {
  const { steps, does } = read(words);
  expect(does).toEqual([{ "object.put": "qr/{message.code}.png", body: "$message" }]);
  expect(steps?.at(-2)).toEqual({ publish: "k", to: "k", message: { code: "$links.code" } });
});

test("where nothing says when, by what name or whether, nothing is published", () => {
  const words = "The QR worker puts the picture into S3 under `qr/{code}.png`.";
  expect(read(words, "Kafka").does).toEqual([]);
  expect(read("The QR worker puts the picture into S3.").does).toEqual([]);
  expect(read("The QR worker would put the picture into S3 under `qr/{code}.png`.").does).toEqual([]);
});
