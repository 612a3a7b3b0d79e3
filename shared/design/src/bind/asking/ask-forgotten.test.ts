import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const links = "create table links (code text primary key, url text not null";
const inRow = `${links}, request_id text not null unique);`;
const apart = `${links});\ncreate table keys_seen (idempotency_key text primary key, code text not null references links);`;
const asked = (schema: string, key: string, design: string) =>
  readDesign(
    { schema, api: `POST /links {url: uri${key} -> 201 {code}\nGET /{code} -> 302 | 404\n`, design },
    capabilities,
  )
    .findings.find(({ message }) => message.includes("with what comes again under its key"))
    ?.fixes?.map(({ label, edits }) => [label, edits[0]?.insert]);

test("a request that makes up another key makes another row, which is asked", () => {
  const said =
    "If the request_id is there already, the service makes up a new request_id and inserts the link with that.";
  const [first, second] = asked(inRow, ", request_id: string}", said) ?? [];
  expect(first).toEqual(["It makes another row", expect.stringContaining("request_id: { uuid: true }")]);
  expect(second?.[0]).toBe("It answers as the first time");
  expect(asked(inRow, ", request_id: string}", "The same request_id is answered with the first link.")).toBeUndefined();
});

test("a key that is deleted with the answer is known to nobody, which is asked", () => {
  const said = "Rows of keys_seen are deleted as soon as the answer has been sent.";
  const [first] = asked(apart, "} [Idempotency-Key]", said) ?? [];
  expect(first).toEqual(["It makes another row", expect.stringContaining("delete: keys_seen")]);
  expect(asked(apart, "} [Idempotency-Key]", "Rows of keys_seen are deleted after a day.")).toBeUndefined();
});
