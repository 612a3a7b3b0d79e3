import type { Fix } from "@proofroom/domain/design/finding";
import type { DesignModel } from "@proofroom/domain/design/model";
import type { Offer } from "@proofroom/domain/design/offer";
import { render } from "solid-js/web";
import { expect, test, vi } from "vitest";
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
    {
      document: "api",
      line: 1,
      column: 1,
      severity: "error",
      rule: "unbound",
      capability: "list",
      message: "No endpoint can list the links. Describe one: GET /links.",
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
  expect(host.textContent).toContain("Describe one: GET /links.");
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

const offer: Offer = { label: "Idempotent insert into links", says: "Keeps Idempotency-Key.", edits: [] };
const offers = {
  endpoints: { shorten: [offer, { ...offer, label: "Other", needs: "add a column" }] },
  capabilities: { list: { ...offer, label: "Insert an endpoint" } },
};

test("what an endpoint lacks stands in its row, with the way to each line, and what is told of another does not", () => {
  const told = { document: "api" as const, column: 1, severity: "warning" as const };
  const findings = [
    { ...told, line: 4, rule: "no-idempotency", message: "It may be sent twice." },
    { ...told, line: 6, rule: "empty-column", message: "Nothing fills url." },
    { ...told, line: 4, rule: "unbound", capability: "resolve", message: "No endpoint can resolve (resolve)." },
    { ...told, line: 9, rule: "no-idempotency", message: "Told of the next one." },
    { ...told, document: "schema" as const, line: 5, rule: "no-primary-key", message: "No key." },
  ];
  const other = model.operations.map((one) => ({ ...one, opId: "next", line: 9, capability: "list" }));
  const host = document.body.appendChild(document.createElement("div"));
  const shown: number[] = [];
  const whole = { ...model, operations: [...model.operations, ...other], findings };
  const end = render(
    () => (
      <BindingTable model={whole} mayFix={false} onApplyFix={() => {}} onReveal={(line) => void shown.push(line)} />
    ),
    host,
  );
  const list = host.querySelector("[aria-label='What is missing of shorten']");
  expect([...(list?.querySelectorAll("li") ?? [])].map((item) => item.textContent)).toEqual([
    "Line 4 It may be sent twice.",
    "Line 6 Nothing fills url.",
  ]);
  for (const button of list?.querySelectorAll("button") ?? []) button.click();
  expect(shown).toEqual([4, 6]);
  expect(host.querySelector("[aria-label='What is missing of next']")?.textContent).toContain("Told of the next one.");
  end();
});

test("an example is inserted from the row's menu by whoever may write, and what it lacks first is said there", async () => {
  const applied: Fix[] = [];
  for (const mayFix of [false, true]) {
    const host = document.body.appendChild(document.createElement("div"));
    const end = render(
      () => <BindingTable model={model} offers={offers} mayFix={mayFix} onApplyFix={(fix) => applied.push(fix)} />,
      host,
    );
    const button = (label: string) =>
      [...host.querySelectorAll("button")].find((one) => (one.ariaLabel ?? one.textContent) === label);
    const opens = button("Insert example for shorten");
    expect(opens === undefined).toBe(!mayFix);
    button("Insert an endpoint")?.click();
    opens?.click();
    if (opens !== undefined) {
      const items = await vi.waitUntil(() => {
        const found = [...document.querySelectorAll("[role='menuitem']")];
        return found.length > 0 && found;
      }, 20_000);
      expect(items.map(({ textContent }) => textContent)).toEqual([
        "Idempotent insert into linksKeeps Idempotency-Key.",
        "OtherKeeps Idempotency-Key.First add a column.",
      ]);
      expect(items.map((item) => item.getAttribute("aria-disabled"))).toEqual(["false", "true"]);
    }
    end();
  }
  expect(applied.map(({ label }) => label)).toEqual(["Insert an endpoint"]);
});

test("an endpoint without steps waits for the answer to its question, and does nothing yet where none is open", () => {
  const shown = (findings: DesignModel["findings"]): string => {
    const host = document.body.appendChild(document.createElement("div"));
    const idle = model.operations.map((one) => ({ ...one, words: [] }));
    const end = render(
      () => <BindingTable model={{ ...model, operations: idle, findings }} mayFix onApplyFix={vi.fn()} />,
      host,
    );
    const said = host.querySelector(".binding p")?.textContent ?? "";
    end();
    host.remove();
    return said;
  };
  expect(shown(model.findings)).toBe("shorten waits for the answer to its question above.");
  expect(shown([])).toBe("shorten does nothing yet.");
});
