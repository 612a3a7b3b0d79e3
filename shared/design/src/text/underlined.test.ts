import { expect, test } from "vitest";
import { withSigns } from "./underlined.ts";

test("a heading that is underlined is one as if it stood behind signs, and no line is lost", () => {
  expect(withSigns("Tickets\n=======\nall\n\nHold\n----\n\none\n\nBooking (the confirm)\n---\ntwo")).toBe(
    "# Tickets\n\nall\n\n## Hold\n\n\none\n\n## Booking (the confirm)\n\ntwo",
  );
});

test.each([
  "one\n\n---\n\ntwo",
  "a sentence\nthat goes on\n---\ntwo",
  "| Hold | one |\n|---|---|\n| Confirm | two |",
  "a | b\n--- | ---",
  "- a point\n---\n",
  "1. a point\n---\n",
  "# Hold\n---\none",
  "```yaml\n\nhold:\n---\n```",
  "---\ntitle: Tickets\n---\none",
])("a rule, a table, a list and a block of code have no such heading: %s", (text) => {
  expect(withSigns(text)).toBe(text);
});
