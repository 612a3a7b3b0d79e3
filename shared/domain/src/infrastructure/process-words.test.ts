import { expect, test } from "vitest";
import { isStartOf, standingIn, standingLines, startStep } from "./process-words.ts";

test("what is said of a start and of how a process stands is understood again", () => {
  for (const processes of [1, 3]) {
    expect(isStartOf("service", startStep("service", processes))).toBe(true);
    expect(isStartOf("database", startStep("service", processes))).toBe(false);
  }
  const said = (line: string) => standingIn({ component: "api-2", line });
  expect(said(standingLines.started(0))).toEqual({ process: "api-2", standing: "started" });
  expect(said(standingLines.started(4000))).toEqual({ process: "api-2", standing: "started" });
  expect(said(standingLines.ended("api-2", "SIGKILL"))).toEqual({ process: "api-2", standing: "ended" });
  expect(said(standingLines.leftOut("api-1", "no answer"))).toEqual({ process: "api-1", standing: "leftOut" });
  expect(said(standingLines.back("api-1"))).toEqual({ process: "api-1", standing: "back" });
  expect(said("api-1 ended (exit code 1) and is started again")).toBeNull();
  expect(said("POST /links 201")).toBeNull();
});
