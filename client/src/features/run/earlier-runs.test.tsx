import { RunId } from "@proofroom/domain/id";
import { afterEach, expect, test, vi } from "vitest";
import { useRoom } from "../../data/room.tsx";
import { createRuns } from "../../data/runs.ts";
import { ada, openTestRoom } from "../interview/test-room.tsx";
import { EarlierRuns } from "./EarlierRuns.tsx";

const runId = RunId.parse("00000000-0000-4000-8000-0000000000b1");
const run = {
  id: runId,
  number: 2,
  startedBy: { id: ada.id, name: ada.name },
  target: "local",
  suites: ["functional"],
  versions: { schema: "1.1", api: "1.1", design: "1.1" },
  createdAt: "2030-01-01T00:00:00.000Z",
  finishedAt: null,
  status: "testing",
  verdict: null,
  tests: { passed: 0, failed: 0, other: 0 },
};

/** What the server answers now; null where it cannot be reached. */
let served: object | null = run;
const unanswered = globalThis.fetch;
let room: ReturnType<typeof openTestRoom> | undefined;
afterEach(() => {
  room?.close();
  globalThis.fetch = unanswered;
});

function open() {
  globalThis.fetch = (input) => {
    const { pathname } = new URL(input instanceof Request ? input.url : String(input), "http://localhost");
    if (!pathname.endsWith("/runs"))
      return Promise.resolve(Response.json({ error: "x", message: "" }, { status: 404 }));
    return served === null
      ? Promise.reject(new TypeError("no connection"))
      : Promise.resolve(Response.json({ runs: [served], off: null }));
  };
  const List = () => {
    const runs = createRuns(useRoom());
    return (
      <>
        <p>{runs.refusal()?.message}</p>
        <EarlierRuns runs={runs.list()} shown={undefined} onChoose={() => {}} />
      </>
    );
  };
  room = openTestRoom(() => <List />);
}
const seen = (text: string) => vi.waitFor(() => expect(document.body.textContent).toContain(text));

test("a run that has just ended shows how many of its tests passed", async () => {
  served = run;
  open();
  await seen("#2");
  served = { ...run, status: "completed", verdict: "passed", tests: { passed: 5, failed: 0, other: 0 } };
  room?.tell({ type: "run", runId, number: 2, status: "completed", verdict: "passed" });
  await seen("5 of 5");
});

test("runs that could not be asked for say so, and come as soon as there is a connection", async () => {
  served = null;
  open();
  await seen("cannot be reached");
  served = run;
  dispatchEvent(new Event("online"));
  await seen("#2");
  expect(document.body.textContent).not.toContain("cannot be reached");
});
