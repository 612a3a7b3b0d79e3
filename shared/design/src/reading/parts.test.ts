import { beforeAll, expect, test } from "vitest";
import { loadReader, readWhole } from "../read.ts";
import { openApiOf } from "../api/sketch/to-openapi.ts";
import { readParts } from "./parts.ts";

beforeAll(() => loadReader());

const texts = {
  schema: "create table urls (code text primary key, url text not null);\n",
  api: "POST /urls {url: uri} -> 201 {code}\nGET /{code} -> 302\nGET /{code} -> 302\n",
  design: "```mermaid\nflowchart LR\n  c([Client]) --> api[API x9] --> db[(DB)]\n```\n",
};

test("of a design whose schema is changed the API and the drawing are not read again, and what there is to say of them is said", () => {
  const before = readParts(texts, {});
  const after = readParts({ ...texts, schema: `${texts.schema}-- and a word\n` }, {});
  expect(after.api).toBe(before.api);
  expect(after.topology).toBe(before.topology);
  expect(after.schema).not.toBe(before.schema);
  expect(before.reporters.api.findings.map(({ rule }) => rule)).toContain("duplicate-path");
  expect(after.reporters.api.findings).toEqual(before.reporters.api.findings);
  expect(before.reporters.design.findings.map(({ rule }) => rule)).toContain("replicas");
  expect(after.reporters.design.findings).toEqual(before.reporters.design.findings);
});

test("a sketch that is not changed means the same OpenAPI document", () => {
  const meant = (design: string) => {
    const { sketch } = readWhole({ ...texts, design }, {});
    return sketch === null ? null : openApiOf(texts.api, sketch);
  };
  const before = meant(texts.design);
  expect(before?.label).toBe("Convert to OpenAPI");
  expect(meant("# Another\n")).toBe(before);
});
