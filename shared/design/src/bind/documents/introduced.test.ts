import { expect, test } from "vitest";
import { sectionsOf } from "./sections.ts";

const subjects = new Map([
  ["hold", ["hold", "reserve"]],
  ["confirm", ["confirm", "pay"]],
]);
const hold = ["insert into holds (seat_id) values ($1)", "on conflict (seat_id) do update set id = excluded.id"];
const confirm = ["update holds set valid_until = null where id = $1"];
const setIn = (code: string[], by: string): string => code.map((line) => `${by}${line}`).join("\n");

test.each([
  ["Hold is", "Confirm is"],
  ["To hold a seat we run", "To confirm it we run"],
  ["A seat has one row. Reserving does", "Confirming is done by"],
  ["- Hold is", "- and confirm is"],
])("code below words that it goes on from is about what they name, fenced or set in: %s", (first, second) => {
  for (const by of ["    ", "\t"]) {
    const sectionOf = sectionsOf(`${first}\n\n${setIn(hold, by)}\n\n${second}\n\n${setIn(confirm, by)}\n`, subjects);
    expect(sectionOf("hold"), first).toContain("do update set id");
    expect(sectionOf("hold"), first).not.toContain("valid_until");
    expect(sectionOf("confirm"), first).toContain("valid_until = null");
  }
  const fenced = `${first}\n\n\`\`\`sql\n${setIn(hold, "")}\n\`\`\`\n\n${second}\n\`\`\`sql\n${setIn(confirm, "")}\n\`\`\`\n`;
  const sectionOf = sectionsOf(fenced, subjects);
  expect(sectionOf("hold"), first).toContain("do update set id");
  expect(sectionOf("confirm"), first).toContain("valid_until = null");
});

test("a sentence that ends, a line in the middle of a paragraph and what a heading or bold lead says otherwise introduce nothing", () => {
  for (const text of [
    `A hold is short.\n\n${setIn(hold, "    ")}\n`,
    `A hold is\n${setIn(hold, "    ")}\n`,
    `## Confirm\n\nHold is\n\n${setIn(hold, "    ")}\n`,
    `**Confirm.** Below is\n\nHold is\n\n${setIn(hold, "    ")}\n`,
  ])
    expect(sectionsOf(text, subjects)("hold"), text).not.toContain("do update");
});
