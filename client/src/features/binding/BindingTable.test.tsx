import type { Fix } from "@proofroom/domain/design/finding";
import type { DesignModel } from "@proofroom/domain/design/model";
import { render } from "solid-js/web";
import { expect, test } from "vitest";
import { BindingTable } from "./BindingTable.tsx";

const answer: Fix = { label: "DELETE /links/{code}", edits: [{ document: "api", from: 0, to: 0, insert: "#" }] };

const model: DesignModel = {
  components: [],
  edges: [],
  tables: [],
  unbound: ["list"],
  operations: [
    {
      opId: "shorten",
      method: "POST",
      path: "/links",
      line: 4,
      capability: "shorten",
      words: ["Makes a code.", "Adds a row to links."],
      steps: [],
      inputs: {},
      outputs: {},
      parameters: [],
      responses: [],
      bodyRequired: true,
      boundBy: "convention",
      confidence: 0.9,
    },
  ],
  findings: [
    {
      document: "api",
      line: 4,
      column: 1,
      severity: "question",
      rule: "which-endpoint",
      message: "Which endpoint expires a link?",
      fixes: [answer],
    },
  ],
};

test("the table says in words what an endpoint will do, what is missing, and asks what is open", () => {
  const host = document.body.appendChild(document.createElement("div"));
  const applied: Fix[] = [];
  const end = render(() => <BindingTable model={model} mayFix onApplyFix={(fix) => applied.push(fix)} />, host);
  expect(host.querySelector(".binding b")?.textContent).toBe("shorten");
  const steps = [...host.querySelectorAll("[aria-label='What it will do'] > li")];
  expect(steps.map((step) => step.textContent)).toEqual(["Makes a code.", "Adds a row to links."]);
  expect(host.textContent).toContain("convention 90 %");
  expect(host.textContent).toContain("no endpoint serves it yet");
  const button = [...host.querySelectorAll("button")].find((found) => found.textContent === answer.label);
  button?.click();
  expect(applied).toEqual([answer]);
  end();
});

test("the table says why, and another way is one click for whoever may write", () => {
  const other: Fix = { label: "It asks first", edits: [{ document: "api", from: 3, to: 3, insert: "x" }] };
  const [operation] = model.operations;
  const because = { capability: ["its path says links", "it takes url"], steps: ["links carries code"] };
  const reasoned = {
    ...model,
    operations: operation === undefined ? [] : [{ ...operation, because, margin: 0.4, alternatives: [other] }],
  };
  const applied: Fix[] = [];
  for (const mayFix of [true, false]) {
    const host = document.body.appendChild(document.createElement("div"));
    const end = render(
      () => <BindingTable model={reasoned} mayFix={mayFix} onApplyFix={(fix) => applied.push(fix)} />,
      host,
    );
    expect(host.textContent).toContain(
      "because its path says links and it takes url; no other endpoint comes nearer than 40 points.",
    );
    expect(host.textContent).toContain("this way because links carries code.");
    [...host.querySelectorAll("button")].find((found) => found.textContent === other.label)?.click();
    end();
  }
  expect(applied).toEqual([other]);
});

test("a sketch is turned into OpenAPI by one button, by whoever may write", () => {
  const toOpenApi: Fix = {
    label: "Convert to OpenAPI",
    edits: [{ document: "api", from: 0, to: 9, insert: "openapi: 3.1.0" }],
  };
  const applied: Fix[] = [];
  for (const mayFix of [true, false]) {
    const host = document.body.appendChild(document.createElement("div"));
    const end = render(
      () => (
        <BindingTable model={model} toOpenApi={toOpenApi} mayFix={mayFix} onApplyFix={(fix) => applied.push(fix)} />
      ),
      host,
    );
    [...host.querySelectorAll("button")].find((found) => found.textContent === toOpenApi.label)?.click();
    end();
  }
  expect(applied).toEqual([toOpenApi]);
});

test("a viewer is told the question and offered no answer to click", () => {
  const host = document.createElement("div");
  const end = render(() => <BindingTable model={model} mayFix={false} onApplyFix={() => {}} />, host);
  expect(host.textContent).toContain("Which endpoint expires a link?");
  expect([...host.querySelectorAll("button")].some((found) => found.textContent === answer.label)).toBe(false);
  end();
});
