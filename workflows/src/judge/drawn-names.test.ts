import { expect, test } from "vitest";
import { withDrawnNames } from "./drawn-names.ts";

const at = "2030-01-01T00:00:00.000Z";
const hop = { request: "r1", kind: "service" as const, at, millis: 1, status: 200, statements: [], dropped: 0 };
const line = (component: string) => ({ at, component, stream: "stdout" as const, line: "ready" });
const named = (component: string, components: { id: string; label: string }[]) =>
  withDrawnNames({ hops: [{ ...hop, component }], log: [line(component)] }, components);

test("a process goes by its label in the drawing, a replica by that and its number", () => {
  const drawn = [
    { id: "N", label: "Nginx" },
    { id: "a", label: "Booking API" },
    { id: "db", label: "" },
  ];
  expect(named("N", drawn)).toMatchObject({ hops: [{ component: "Nginx" }], log: [{ component: "Nginx" }] });
  expect(named("a-2", drawn).log).toMatchObject([{ component: "Booking API 2" }]);
  expect(named("db", drawn).log).toMatchObject([{ component: "db" }]);
  expect(named("supervisor", drawn).log).toMatchObject([{ component: "supervisor" }]);
});

test.each(["API x2", "API ×2", "API (x2)", "API 2x", "API (2 replicas)"])(
  "how many there are, as %s says, is no part of a replica's name",
  (label) => {
    expect(named("a-2", [{ id: "a", label }]).log).toMatchObject([{ component: "API 2" }]);
  },
);

test("two of one label are told apart, and an id that ends in a number is no replica", () => {
  const drawn = [
    { id: "G1", label: "gunicorn" },
    { id: "G2", label: "gunicorn" },
    { id: "node-2", label: "Second node" },
  ];
  expect(named("G1", drawn).log).toMatchObject([{ component: "gunicorn (G1)" }]);
  expect(named("node-2", drawn).log).toMatchObject([{ component: "Second node" }]);
});

test("what a process asked, and the standby that it read from, go by their labels too", () => {
  const statement = { at, millis: 1, text: "select 1", values: [], isInTransaction: false, standby: "r" };
  const ask = { at, millis: 1, to: "c", what: "get k", came: "hit", isRefused: false };
  const trace = { hops: [{ ...hop, component: "a", statements: [statement], asks: [ask] }], log: [] };
  const drawn = [
    { id: "r", label: "Read replica" },
    { id: "c", label: "Redis" },
  ];
  expect(withDrawnNames(trace, drawn).hops).toMatchObject([
    { component: "a", statements: [{ standby: "Read replica" }], asks: [{ to: "Redis" }] },
  ]);
});
