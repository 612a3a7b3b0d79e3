import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const schema = "create table links (code text primary key, url text not null, idempotency_key uuid unique);";
const api = "POST /links {url: uri} (Idempotency-Key: uuid) -> 201 {code}\nGET /{code} -> 302 | 404\n";
const nothing = "`INSERT INTO links (code, url, idempotency_key) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`";
const shortened = (design: string) =>
  readDesign({ schema, api, design }, capabilities).operations.find(({ capability }) => capability === "shorten");

test.each([
  `${nothing} RETURNING code; then we answer 201 with the code that we drew, whether or not a row was written.`,
  `${nothing}. We return the generated code even if the insert did nothing.`,
  `${nothing}. The response always carries the freshly generated code, also when there was a conflict.`,
  `INSERT IGNORE INTO links (code, url, idempotency_key) VALUES (?, ?, ?). Either way the client gets the new code, we do not read the row.`,
])("what comes again is answered a code that nobody stored, where that is told: %s", (design) => {
  const shorten = shortened(design);
  expect(shorten?.idempotency).toBeUndefined();
  expect(shorten?.steps.slice(0, 2)).toMatchObject([
    { get: "links", by: { idempotency_key: "$header.idempotency-key" } },
    {
      if: { found: true },
      // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
      then: [{ insert: "links" }, { delete: "links" }, { return: { body: { code: "$links.code" } } }],
    },
  ]);
});

test.each([
  `${nothing}, then the code is selected by its key.`,
  `${nothing}. No row: we return the existing code.`,
  `${nothing}. Whether or not a row was written, we answer with the code that was drawn first.`,
  "We always return the generated code of the row that is stored.",
])("what comes again is answered the first code otherwise: %s", (design) => {
  expect(shortened(design)?.idempotency).toMatchObject({ column: "links.idempotency_key" });
});
