import { expect, test } from "vitest";
import { linesOf } from "../../text/lines.ts";
import { reporter } from "../../text/report.ts";
import { plainOf } from "../../text/plain.ts";
import { readApi } from "../read-api.ts";
import { writeKey } from "../write-key.ts";

const steps = ["- insert: holds", "- return: { status: 201 }"];

function read(text: string) {
  const { tell, findings } = reporter("api", linesOf(text));
  return { read: readApi(text, tell).endpoints[0], findings };
}

const withoutLines = (endpoint: unknown): string => JSON.stringify(endpoint).replaceAll(/"(?:bodyL|l)ine":\d+/g, "");

const lines: Record<string, string> = {
  "keys four spaces in":
    "POST /holds {seat: int} -> 201 {id} | 409\n    Authorization: string\n    Idempotency-Key: uuid\n",
  "keys three spaces in, below a comment":
    "# holds\nPOST /holds {seat: int} -> 201 {id}\n   header Idempotency-Key: uuid\n",
  "one space in": "POST /holds {seat: int} -> 201 {id}\n body: {seat: int}\n",
  tabs: "POST /holds {seat: int} -> 201 {id}\n\t\tIdempotency-Key: uuid\n",
  "tabs and a key that stands there":
    "POST /holds {seat: int} -> 201 {id}\n\tx-capability: hold\n\tkept for two minutes\n",
  "Windows lines": "POST /holds {seat: int} -> 201 {id}\r\n      Idempotency-Key: uuid\r\n",
  "an indented example below a blank line": 'POST /holds\n\n    {"seat": 1}\n\n    201 {"id": 2}\n',
  "a list item with deeper ones": "- POST /holds {seat: int} -> 201 {id}\n    - needs a seat\n      - and a user\n",
  "comments of a source file":
    "namespace :api do\n  # POST /holds {seat: int}\n  #   201 {id}\n  #   409 taken\n  resources :holds\nend\n",
  "nothing below": "POST /holds {seat: int} -> 201 {id}",
  "the next endpoint below, further in": "POST /holds {seat: int} -> 201 {id}\n      GET /holds -> 200 [{id}]\n",
};

test.each(Object.entries(lines))("what a click writes below an endpoint is read again: %s", (_, text) => {
  const before = read(text);
  if (before.read === undefined) throw new Error("no endpoint");
  const { from, to, insert } = writeKey(text, before.read, "[]", "x-operation", steps);
  const after = read(text.slice(0, from) + insert + text.slice(to));
  expect(after.findings).toEqual(before.findings);
  expect(plainOf(after.read?.operation ?? null)).toEqual([{ insert: "holds" }, { return: { status: 201 } }]);
  expect(withoutLines(after.read?.endpoint)).toEqual(withoutLines(before.read.endpoint));
});
