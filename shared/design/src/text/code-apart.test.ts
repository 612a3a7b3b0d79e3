import { expect, test } from "vitest";
import { blanked, codeApart } from "./code-apart.ts";
import { blocksIn } from "./fence.ts";

const page = "Held.\n```sql\nselect 1;\nselect 2;\n```\nThen:\n```ts\nrun();\n```\nSold.";

test("each block of code gives way, and the fences around it stay", () => {
  expect(codeApart(page, () => "")).toBe("Held.\n```sql\n```\nThen:\n```ts\n```\nSold.");
});

test("what stands behind a block that is blanked stays at its offset", () => {
  const text = codeApart(page, blanked);
  expect(text).toHaveLength(page.length);
  expect(text.indexOf("Sold.")).toBe(page.indexOf("Sold."));
  expect(text).not.toContain("select");
});

test("only the blocks that are given give way", () => {
  const sql = blocksIn(page).filter(({ language }) => language === "sql");
  expect(codeApart(page, () => "", sql)).toBe("Held.\n```sql\n```\nThen:\n```ts\nrun();\n```\nSold.");
});

test("a block that is never closed gives way up to the end", () => {
  expect(codeApart("Held.\n```sql\nselect 1;", blanked)).toBe("Held.\n```sql\n         ");
});
