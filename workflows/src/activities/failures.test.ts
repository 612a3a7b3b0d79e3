import { ApplicationFailure, CancelledFailure, Context } from "@temporalio/activity";
import { MockActivityEnvironment } from "@temporalio/testing";
import { expect, test } from "vitest";
import { retrying } from "./failures.ts";

const failing = (error: unknown) => retrying(() => Promise.reject(error));
const inTry = (attempt: number, error: unknown) =>
  new MockActivityEnvironment({ attempt }).run(failing(error)).catch((failure: unknown) => failure);
const away = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });

test("what was not foreseen is tried three times in all", async () => {
  expect(await inTry(2, new Error("odd"))).toMatchObject({ type: "Unforeseen", nonRetryable: false });
  expect(await inTry(3, new Error("odd"))).toMatchObject({ type: "Unforeseen", nonRetryable: true });
});

test("a database that is away is waited for", async () => {
  expect(await inTry(9, away)).toMatchObject({ type: "DatabaseAway", nonRetryable: false, nextRetryDelay: "1s" });
});

test("Stop stays Stop where the clean-up behind it fails", async () => {
  const stopped = new CancelledFailure("CANCELLED");
  expect(await inTry(1, new SuppressedError(away, stopped))).toBe(stopped);
});

test("Stop is Stop also where what was under way calls it an abort", async () => {
  const env = new MockActivityEnvironment({ attempt: 1 });
  const aborting = retrying(async () => {
    const { cancelled } = Context.current();
    env.cancel("CANCELLED");
    await cancelled.catch(() => undefined);
    throw new DOMException("The operation was aborted", "AbortError");
  });
  expect(await env.run(aborting).catch((failure: unknown) => failure)).toBeInstanceOf(CancelledFailure);
  expect(await inTry(1, new DOMException("The operation was aborted", "AbortError"))).toMatchObject({
    type: "Unforeseen",
  });
});

test("a failure that says of itself how it is to be taken is passed on", async () => {
  const gone = ApplicationFailure.nonRetryable("gone", "DeploymentGone");
  expect(await inTry(1, gone)).toBe(gone);
});
