import { expect, test } from "vitest";
import { firstLines, withLineEnds, withoutBreaks } from "./line-ends.ts";

test("what stands behind a line end, or a break of HTML, stands where it was", () => {
  expect(withLineEnds("a\r\nb\rc")).toBe("a \nb\nc");
  expect(withoutBreaks("UPDATE seats SET state = 2<br/>WHERE id = 1<BR>or<br />and")).toBe(
    "UPDATE seats SET state = 2     WHERE id = 1    or      and",
  );
});

test("a text is cut behind so many lines, and one that has no more is as it is", () => {
  expect(firstLines("a\nb\nc\n", 2)).toBe("a\nb");
  expect(firstLines("a\nb", 2)).toBe("a\nb");
  expect(firstLines("", 2)).toBe("");
});
