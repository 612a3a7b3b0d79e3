import * as fc from "fast-check";
import { expect, test } from "vitest";
import { advance, newRun } from "./advance.ts";
import type { RunEvent, RunFact } from "./event.ts";
import type { Run } from "./run.ts";
import { isOver, RunStatus } from "./status.ts";

const began = "2026-01-01T00:00:00.000Z";

const fact: fc.Arbitrary<RunFact> = fc.oneof(
  fc.record({ type: fc.constant("status" as const), status: fc.constantFrom(...RunStatus.options) }),
  fc.record({ type: fc.constant("queue" as const), place: fc.integer({ min: 1, max: 3 }) }),
  fc.record({
    type: fc.constant("step" as const),
    step: fc.constantFrom("parse", "boot"),
    state: fc.constantFrom("started" as const, "done" as const, "failed" as const),
  }),
  fc.record({
    type: fc.constant("log" as const),
    component: fc.constantFrom("api[0]", "gateway"),
    stream: fc.constantFrom("stdout" as const, "stderr" as const),
    line: fc.string(),
  }),
  fc.record({
    type: fc.constant("result" as const),
    suite: fc.constant("functional" as const),
    name: fc.constantFrom("a", "b"),
    status: fc.constantFrom("passed" as const, "failed" as const),
    observed: fc.string(),
    threshold: fc.string(),
    teaches: fc.string(),
    attribution: fc.constant("design" as const),
  }),
  fc.record({ type: fc.constant("verdict" as const), verdict: fc.constantFrom("passed" as const, "failed" as const) }),
);

const history: fc.Arbitrary<RunEvent[]> = fc
  .array(fact, { maxLength: 30 })
  .map((facts) => facts.map((told, n) => ({ ...told, seq: n + 1, at: new Date(n * 1000).toISOString() })));

/** Takes what arrives; asks the stored history for what is missing, as a reader does over HTTP. */
function receive(run: Run, event: RunEvent, stored: RunEvent[]): Run {
  const next = advance(run, event);
  if (next !== null) return next;
  return stored.slice(run.lastSeq, event.seq).reduce((now, missed) => advance(now, missed) ?? now, run);
}

const inOrder = (events: RunEvent[]): Run => events.reduce((run, event) => advance(run, event) ?? run, newRun(began));

test("duplicates, gaps and any order of delivery converge to the same run", () => {
  const arrivals = history.chain((events) =>
    fc.tuple(fc.constant(events), fc.array(events.length === 0 ? fc.constant(0) : fc.nat(events.length - 1))),
  );
  fc.assert(
    fc.property(arrivals, ([events, order]) => {
      const delivered = [...order.flatMap((n) => events.slice(n, n + 1)), ...events.slice(-1)];
      const run = delivered.reduce((now, event) => receive(now, event, events), newRun(began));
      expect(run).toEqual(inOrder(events));
    }),
  );
});

test("folding a prefix and then the rest is folding the whole", () => {
  fc.assert(
    fc.property(history, fc.nat(30), (events, cut) => {
      const rest = events.slice(cut).reduce((run, event) => advance(run, event) ?? run, inOrder(events.slice(0, cut)));
      expect(rest).toEqual(inOrder(events));
    }),
  );
});

test("a run that is over keeps its status whatever comes later", () => {
  fc.assert(
    fc.property(history, (events) => {
      let run = newRun(began);
      for (const event of events) {
        const before = run;
        run = advance(run, event) ?? run;
        if (isOver(before.status)) expect(run.status).toBe(before.status);
        expect(run.stages.filter((stage) => stage.endedAt === undefined).length).toBe(isOver(run.status) ? 0 : 1);
      }
    }),
  );
});

test("an event after a gap is refused, so that the reader fetches what is missing", () => {
  expect(advance(newRun(began), { type: "queue", place: 1, seq: 2, at: began })).toBeNull();
});

test("lines that travelled in one batch keep the times at which they were said", () => {
  const told = (seq: number, said?: string): RunEvent => ({
    type: "log",
    component: "db",
    stream: "stdout",
    line: `line ${seq}`,
    seq,
    at: "2026-01-01T00:00:09.000Z",
    ...(said === undefined ? {} : { said }),
  });
  const run = inOrder([told(1, "2026-01-01T00:00:01.000Z"), told(2, "2026-01-01T00:00:08.000Z"), told(3)]);
  expect(run.log.map(({ at }) => at.slice(17, 19))).toEqual(["01", "08", "09"]);
});
