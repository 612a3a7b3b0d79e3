import type { Finding } from "@proofroom/domain/design/finding";
import { render } from "solid-js/web";
import { afterEach, expect, test } from "vitest";
import { RunFindings } from "./RunFindings.tsx";

let dispose = (): void => {};
afterEach(() => dispose());

const finding = (more: Partial<Finding>): Finding => ({
  document: "api",
  line: 4,
  column: 1,
  severity: "warning",
  rule: "something",
  message: "A remark",
  ...more,
});

function shown(findings: Finding[]): string[] {
  const root = document.createElement("div");
  dispose = render(() => <RunFindings findings={findings} />, root);
  return [...root.querySelectorAll("h3, li > span:first-of-type")].map((element) => element.textContent ?? "");
}

test("what stops the run stands first, the rest under the four dimensions, and an opinion is told as one", () => {
  const findings = [
    finding({ rule: "list-without-pagination", message: "No pages" }),
    finding({ document: "schema", rule: "no-primary-key", message: "No key" }),
    finding({ rule: "review/reliability", message: "One instance" }),
    finding({ severity: "error", rule: "yaml", message: "Not YAML" }),
  ];
  expect(shown(findings)).toEqual([
    "Stops the run",
    "Not YAML yaml",
    "Scalability",
    "No pages list-without-pagination",
    "Reliability",
    "One instance (Claude's opinion) review/reliability",
    "Data model",
    "No key no-primary-key",
  ]);
});
