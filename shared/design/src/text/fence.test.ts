import { expect, test } from "vitest";
import { blocksIn } from "./fence.ts";

const shown = (markdown: string) => blocksIn(markdown).map(({ language, text }) => [language, text.trim()]);

test("a fence that is an item of a list begins a block, and its end begins none", () => {
  const list = "1. read it\n2. ```sql\n   select 1;\n   ```\n3. answer\n\n```mermaid\nflowchart LR\n```\n";
  expect(shown(list)).toEqual([
    ["sql", "select 1;"],
    ["mermaid", "flowchart LR"],
  ]);
});

test("what is closed on its own line opens no block", () => {
  expect(shown("```select 1```\n\n~~~\ntext\n~~~\n")).toEqual([["", "text"]]);
});

test("a fence that is never closed reaches to the end", () => {
  expect(blocksIn("```SQL\nselect 1;")).toEqual([{ language: "sql", at: 7, text: "select 1;", isClosed: false }]);
});
