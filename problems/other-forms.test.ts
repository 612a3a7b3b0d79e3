import { loadReader, readDesign } from "@proofroom/design/read";
import { stops } from "@proofroom/domain/design/stops";
import type { DesignModel } from "@proofroom/domain/design/model";
import { loadCorpus } from "@proofroom/problems/corpus";
import { loadPublicProblem } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { otherForms } from "./other-forms.ts";

beforeAll(() => loadReader());

const dir = import.meta.dirname;

/** Which endpoint serves what, with the fields and the key that it takes. */
const servedIn = (model: DesignModel, required: readonly string[]) =>
  model.operations.flatMap(({ capability, method, path, inputs, idempotency }) =>
    capability === undefined || !required.includes(capability)
      ? []
      : [
          `${capability}: ${method} ${path} by ${Object.keys(inputs).toSorted().join(", ")}${idempotency === undefined ? "" : ", once a key"}`,
        ],
  );

test.each([
  ["ticket-booking", ["bookings-one-table", "django-orders", "openapi-seances", "go-inventory"]],
  ["url-shortener", ["spring-springfox", "windows-openapi", "fastapi-generated", "french-liens"]],
])("designs of %s are served alike in whatever form their API is written down", (problem, slugs) => {
  const { capabilities } = loadPublicProblem(dir, problem);
  const required = Object.entries(capabilities).flatMap(([name, { required }]) => (required ? name : []));
  const designs = loadCorpus(dir, problem).filter(({ slug }) => slugs.includes(slug));
  expect(designs).toHaveLength(slugs.length);
  for (const { slug, texts } of designs) {
    const model = readDesign(texts, capabilities);
    for (const [form, write] of otherForms) {
      const other = readDesign({ ...texts, api: write(model.operations) }, capabilities);
      const stopping = other.findings.filter(stops).map(({ rule }) => rule);
      expect({ slug, form, stopping, served: servedIn(other, required) }).toEqual({
        slug,
        form,
        stopping: [],
        served: servedIn(model, required),
      });
    }
  }
});
