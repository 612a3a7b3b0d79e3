import { expect, test } from "vitest";
import { replicaWords } from "./from-replica.ts";
import type { Component } from "./model.ts";
import type { Step } from "./step.ts";

const component = (id: string, kind: Component["kind"], attrs: Component["attrs"] = {}): Component => ({
  id,
  label: id,
  kind,
  replicas: 1,
  attrs,
  from: "mermaid",
});

const components = [
  component("api", "service"),
  component("pg", "database"),
  component("near", "replicadb", { delay: "2s" }),
];
const get: Step = { get: "urls", by: { code: "$path.code" } };

test("only an endpoint that reads and never writes says that it reads from the replica", () => {
  const drawing = { components, edges: [{ from: "api", to: "near", async: false }] };
  const words = (...steps: Step[]) => replicaWords({ steps }, drawing);
  expect(words(get, { redirect: "$row.url" })).toEqual([
    "Reads from the replica near, which shows writes 2s later; from the database while it is down.",
  ]);
  expect(words(get, { transaction: [{ delete: "urls", where: { code: "$path.code" } }] })).toEqual([]);
  expect(words({ redirect: "$query.to" })).toEqual([]);
});

test("a replica that no service leads to is read by nobody", () => {
  const drawing = { components, edges: [{ from: "pg", to: "near", async: false }] };
  expect(replicaWords({ steps: [get] }, drawing)).toEqual([]);
});
