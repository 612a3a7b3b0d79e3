import { expect, test } from "vitest";
import { sectionsOf } from "./sections.ts";
import { titledEndpoint } from "./titled-endpoint.ts";

const subjects = new Map([
  ["hold", ["hold", "reserve", "seat"]],
  ["confirm", ["confirm", "booking", "seat"]],
]);
const said = (design: string, subject: string): string => sectionsOf(design, subjects)(subject).trim();

test("what stands under a heading is about it, and so is what stands under its own headings", () => {
  const design = "# Seat booking\nall\n## Holding a seat\none\n### Race\ntwo\n## Confirmation\nthree\n## Crash\nfour\n";
  expect(said(design, "hold")).toBe("one\ntwo");
  expect(said(design, "confirm")).toBe("three");
});

test("of several headings of the first level none is the document's title", () => {
  expect(said("# Hold\none\n# Confirm\ntwo\n", "hold")).toBe("one");
  expect(said("# Seat booking\none\n## Confirm\ntwo\n", "hold")).toBe("");
});

test("a bold lead, a named item and a table's row tell what they are about where no heading does", () => {
  expect(said("**Reserve.** one\ntwo\n\n**Crash.** three", "hold")).toBe("**Reserve.** one\ntwo");
  expect(said("1. Hold: one\n2. Booking: two", "confirm")).toBe("2. Booking: two");
  expect(said("| Hold | one |\n| Confirm | two |\n| Crash | three |", "hold")).toBe("| Hold | one |");
});

test("a paragraph or an item is about what its first words say, where no heading is", () => {
  expect(said("To hold a seat, one\ntwo\n\nthree", "hold")).toBe("To hold a seat, one\ntwo");
  expect(said("`POST /bookings` does one thing.\n\nthree", "confirm")).toBe("`POST /bookings` does one thing.");
  expect(said("- POST confirm = `sell`. one\n- POST release = two", "confirm")).toBe("- POST confirm = `sell`. one");
  expect(said("- When somebody confirms, one\n- two", "confirm")).toBe("- When somebody confirms, one");
});

test("the end of a sentence is no lead", () => {
  expect(said("**Confirm**\n\n1 row: 200. Otherwise read the hold: one", "confirm")).toContain("one");
  expect(said("**Confirm**\n\n1 row -> 200. Read the hold: one", "hold")).toBe("");
});

test("a step named like something else is still a step of what its heading says", () => {
  expect(said("## Confirm\n1. Hold: look at its end\n2. **Reserve** the money", "confirm")).toContain("Reserve");
});

test("a diagram says nothing of a subject, and a word that two subjects share decides nothing", () => {
  expect(said("## Confirm\n```mermaid\na --> b\n```\none", "confirm")).toBe("one");
  expect(said("## Seat\none", "hold")).toBe("");
});

test("a heading with accents is about what is written without them", () => {
  const known = sectionsOf(
    "## Bestätigen\none\n## Réserver\ntwo",
    new Map([
      ["confirm", ["bestaetigen"]],
      ["hold", ["reserver"]],
    ]),
  );
  expect([known("confirm"), known("hold")]).toEqual(["one", "two"]);
});

test("a word of four letters that another one only begins with is about something else", () => {
  const known = sectionsOf("## M-Pesa\none\n## Hold\ntwo\n## Pesanan\nthree", new Map([["hold", ["pesan", "hold"]]]));
  expect(known("hold")).toBe("two\nthree");
});

test("parts of one block of code are about what their labels say, whatever the heading above it is about", () => {
  const code = "```\nreserve:\n  BEGIN\n  one\n\nconfirm(id):\n  two\nelse:\n  three\n\nsweep:\n  four\n```\nfive";
  for (const heading of ["## Race", "## Booking"]) {
    expect(said(`${heading}\n${code}`, "hold")).toBe("reserve:\n  BEGIN\n  one");
    expect(said(`${heading}\n${code}`, "confirm")).toContain("two\nelse:\n  three");
  }
  expect(said(`## Race\n${code}`, "confirm")).not.toMatch(/four|five/);
  expect(said("## SQL\n```sql\n-- Hold\none\n\n-- 2. Confirm\ntwo\n-- confirm it late\n```", "confirm")).toBe(
    "-- 2. Confirm\ntwo\n-- confirm it late",
  );
});

const endpoints = [
  { method: "POST", path: "/seats/{id}/hold", capability: "hold" },
  { method: "POST", path: "/holds/{id}/confirm", capability: "confirm" },
];
const byTitle = (title: string): string | undefined => titledEndpoint(title, endpoints);

test.each([
  [
    "express",
    "app.post('/seats/:id/hold', async (req, res) => {",
    "app.post('/holds/:holdId/confirm', async (req, res) => {",
  ],
  ["spring", '@PostMapping("/seats/{id}/hold")', '  @PostMapping("/holds/{holdId}/confirm")'],
  ["laravel", "Route::post('/seats/{id}/hold', function () {", "Route::post('/holds/{id}/confirm', function () {"],
  ["chi", 'r.Post("/seats/{id}/hold", func() {', 'r.Post("/holds/{id}/confirm", func() {'],
])("code of a service is about the endpoint whose route stands above it: %s", (_, hold, confirm) => {
  const section = sectionsOf(`# All\n\`\`\`js\n${hold}\n  one\n\n${confirm}\n  two\n\`\`\`\nthree`, subjects, byTitle);
  expect(section("hold")).toContain("one");
  expect(section("hold")).not.toMatch(/two|three/);
  expect(section("confirm")).toContain("two");
  expect(section(undefined)).toContain("three");
});

test("a function that is called as a subject is about it where no route stands in its block and no heading above", () => {
  const code =
    "```rust\npub async fn hold_seat(pool: &PgPool) -> u8 {\n  one\n}\n\npub async fn confirm(id: Uuid) {\n  two\n}\n```";
  const section = sectionsOf(code, subjects, byTitle);
  expect(section("hold")).toContain("one");
  expect(section("confirm")).toContain("two");
  expect(sectionsOf(`## Confirm\n${code}`, subjects, byTitle)("confirm")).toContain("one");
  const routed = `\`\`\`js\napp.post('/holds/:id/confirm', x => {\n  one\nasync function holdOf(id) {\n  two\n\`\`\``;
  expect(sectionsOf(routed, subjects, byTitle)("confirm")).toContain("two");
});

test("of a subject's section the code of a service is told apart from SQL and prose", () => {
  const section = sectionsOf("## Confirm\none\n```ts\ntwo\n```\n```sql\nthree\n```\n", subjects);
  expect(section("confirm", "code")).toBe("two");
  expect(section("confirm")).toBe("one\ntwo\nthree\n");
});

test("a function of Ruby needs no brackets", () => {
  const code = "```ruby\ndef hold\n  one\nend\n\ndef confirm!\n  two\nend\n```";
  const section = sectionsOf(code, subjects, byTitle);
  expect(section("hold")).not.toContain("two");
  expect(section("confirm")).toContain("two");
});

test("code below a comment with a route is about the endpoint of that route, whatever stands around it", () => {
  const serving = [
    { method: "POST", path: "/holds", capability: "hold" },
    { method: "PUT", path: "/holds/{id}/confirmation", capability: "confirm" },
  ];
  const design =
    "## Code\n\n```ts\n// PUT /holds/:id/confirmation\nawait sell();\n```\n\n```py\n# POST /holds\nkeep()\n```\n";
  const of = sectionsOf(design, subjects, (title) => titledEndpoint(title, serving));
  expect(of("confirm").trim()).toBe("// PUT /holds/:id/confirmation\nawait sell();");
  expect(of("hold").trim()).toBe("# POST /holds\nkeep()");
});
