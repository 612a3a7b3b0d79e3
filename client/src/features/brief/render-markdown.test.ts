import { expect, test } from "vitest";
import { renderMarkdown } from "./render-markdown.ts";

test("HTML in a brief is shown as text, never as elements", () => {
  expect(renderMarkdown("a <img src=x onerror=alert(1)> b")).toBe("<p>a &lt;img src=x onerror=alert(1)&gt; b</p>\n");
});

test("only addresses of pages become links, and nothing becomes an image", () => {
  expect(renderMarkdown("[a](javascript:alert(1))")).not.toContain("<a");
  expect(renderMarkdown("![b](https://example.org/b.png)")).not.toContain("<img");
  expect(renderMarkdown("[a](https://example.org)")).toContain('<a href="https://example.org">');
});
