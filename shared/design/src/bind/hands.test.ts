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
