import type { Hop } from "@proofroom/domain/judge/trace";
import { expect, test } from "vitest";
import { traceOf } from "./trace.ts";

const hop: Hop = {
  request: "r1",
  component: "api",
  kind: "service",
  at: "2030-01-01T00:00:01.000Z",
  millis: 20,
  status: 409,
  statements: [],
  dropped: 0,
};

test("what the database refused while a request was under way is told whole, and nothing that it said before", async () => {
  const said = (at: string, component: string, stream: "stdout" | "stderr", line: string) => ({
    n: 1,
    at: `2030-01-01T00:00:${at}Z`,
    component,
    stream,
    line,
  });
  const lines = [
    said("00.500", "db", "stderr", "ERROR:  duplicate key, of another request"),
    said("00.501", "db", "stdout", "DETAIL:  Key (code)=(z) already exists."),
    said("01.010", "db", "stderr", "ERROR:  duplicate key value violates unique constraint"),
    said("01.010", "db", "stdout", "DETAIL:  Key (code)=(a) already exists."),
    said("01.010", "api", "stdout", "says something of its own"),
    said("01.011", "db", "stdout", 'STATEMENT:  insert into "links"'),
    said("01.011", "db", "stdout", "\tvalues ($1)"),
    said("01.012", "db", "stdout", "LOG:  something else"),
    said("01.030", "gw", "stdout", "POST /links 409 21.0 ms (request r1)"),
  ];
  const { log } = await traceOf(["r1"], {
    components: [{ trace: async () => [hop] }],
    database: null,
    lines: () => lines,
  });
  expect(log.map(({ line }) => line)).toEqual([
    "ERROR:  duplicate key value violates unique constraint",
    "DETAIL:  Key (code)=(a) already exists.",
    'STATEMENT:  insert into "links"',
    "\tvalues ($1)",
    "POST /links 409 21.0 ms (request r1)",
  ]);
});
