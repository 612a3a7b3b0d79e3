import { expect, test } from "vitest";
import { plainBrief } from "./plain-brief.ts";

test("a brief without its reader keeps its headings, paragraphs and lists, and loses its signs", () => {
  const brief =
    "# Title\n\nOne\nparagraph.\n\n## What\n\n- **Shorten.** A `URL`\n  and more.\n- Open.\n\n| a | b |\n|---|---|\n| c | d |\n";
  expect(plainBrief(brief)).toEqual([
    { kind: "paragraph", text: "One paragraph." },
    { kind: "heading", text: "What" },
    { kind: "list", items: ["Shorten. A URL and more.", "Open."] },
    { kind: "list", items: ["a: b", "c: d"] },
  ]);
});
