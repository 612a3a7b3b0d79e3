import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../read.ts";
import { hands } from "./hands.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const design = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```";

test.each(Object.entries(hands))("%s: bound without a question, to what is meant", (_name, hand) => {
  const { operations, findings, unbound } = readDesign({ ...hand, design }, capabilities);
  expect(findings.filter(({ severity }) => severity !== "warning")).toEqual([]);
  expect(unbound).toEqual([]);
  const stepsOf = (capability: string) => operations.find((operation) => operation.capability === capability)?.steps;
  const [table = "", values] = Object.entries(hand.fills)[0] ?? [];
  expect(stepsOf("shorten")?.[0]).toMatchObject({ insert: table });
  expect(stepsOf("shorten")?.[0]).toHaveProperty("values", values);
  const { by, redirect, status = 302 } = hand.reads;
  expect(stepsOf("resolve")).toEqual([
    { get: hand.reads.table, by },
    { redirect, status },
  ]);
});

test("a column that only an optional field fills is warned of at its endpoint", () => {
  const hand = hands["a user in the body of a shorten that names no table"];
  const schema = hand?.schema.replace("user_id bigint references", "user_id bigint not null references") ?? "";
  const { findings } = readDesign({ schema, api: hand?.api ?? "", design }, capabilities);
  const told = findings.filter(({ rule }) => rule === "empty-column");
  expect(told).toMatchObject([{ severity: "warning", line: 4 }]);
  expect(told[0]?.message).toContain("user_id has to be filled, and POST /shorten may be sent without user_id");
});

test("an alias that may be left out is told in words", () => {
  const hand = hands["a custom alias that may be left out"];
  const { operations } = readDesign({ schema: hand?.schema ?? "", api: hand?.api ?? "", design }, capabilities);
  expect(operations[0]?.words[0]).toContain("code = the body's alias, else 7 random characters");
});

test("what an endpoint does with which table is asked with one answer a table, in its method's own verb", () => {
  const schema =
    "create table a (code text primary key, url text not null);\ncreate table b (code text primary key, url text not null);";
  const base = hands["users counted up beside urls"]?.api ?? "";
  const apis = [base.replace("/urls:", "/shorten:"), ""];
  apis[1] = JSON.stringify({
    openapi: "3.1.0",
    paths: {
      "/{code}": { get: { responses: { 302: { description: "go" } } } },
    },
  });
  for (const api of apis) {
    const read = (text: string) => readDesign({ schema, api: text, design }, capabilities);
    const question = read(api).findings.find(({ rule, message }) => rule === "no-steps" && message.includes("GET"));
    expect(question).toMatchObject({ severity: "question", stopsRun: true });
    expect(question?.message).toContain("such as - get: a.");
    expect(question?.fixes?.map(({ label }) => label)).toEqual(["It reads a row of a", "It reads a row of b"]);
    const [edit] = question?.fixes?.[1]?.edits ?? [];
    const answered = api.slice(0, edit?.from) + (edit?.insert ?? "") + api.slice(edit?.to);
    const resolve = read(answered).operations.find(({ method }) => method === "GET");
    expect(resolve).toMatchObject({
      boundBy: "x-operation",
      steps: [{ get: "b" }, { redirect: "$row.url", status: 302 }],
    });
    expect(
      read(answered).findings.filter(({ rule, message }) => rule === "no-steps" && message.includes("GET")),
    ).toEqual([]);
  }
});
