import { beforeAll, expect, test } from "vitest";
import { postgresDdl } from "./postgres-ddl.ts";
import { importMonaco } from "./test-monaco.ts";

let inks: (line: string) => string[];

beforeAll(async () => {
  const monaco = await importMonaco();
  monaco.languages.register({ id: "ddl" });
  monaco.languages.setMonarchTokensProvider("ddl", postgresDdl);
  inks = (text) =>
    monaco.editor
      .tokenize(text, "ddl")
      .flat()
      .map(({ type }) => type.replace(".ddl", ""))
      .filter((type) => type !== "");
}, 60_000);

test("keywords, types, names, numbers and punctuation each have their ink", () => {
  expect(inks("id UUID primary key,")).toEqual(["identifier", "type", "keyword", "keyword", "delimiter"]);
  expect(inks("check (n > 10)")).toEqual(["keyword", "delimiter", "identifier", "operator", "number", "delimiter"]);
});

test("nested comments, doubled quotes and dollar quotes end where PostgreSQL ends them", () => {
  expect(inks("/* a /* b */ c */ text").at(-1)).toBe("type");
  expect(inks("/* a /* b */ text").at(-1)).toBe("comment");
  expect(inks("'it''s' text").at(-1)).toBe("type");
  expect(inks("$a$ it's $b$ $a$ text").at(-1)).toBe("type");
  expect(inks("$$ it's $$ text").at(-1)).toBe("type");
  expect(inks("$a$ never ends text").at(-1)).toBe("string");
});
