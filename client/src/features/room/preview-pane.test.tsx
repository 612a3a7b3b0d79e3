import { render } from "solid-js/web";
import { expect, test } from "vitest";
import { type Review, unread } from "../../data/review.ts";
import { PreviewPane } from "./PreviewPane.tsx";

const shown = (review: Review): string => {
  document.body.textContent = "";
  render(
    () => (
      <PreviewPane review={review} run={undefined} capabilities={{}} mayFix onApplyFix={() => {}} onReveal={() => {}} />
    ),
    document.body,
  );
  return document.body.textContent ?? "";
};

test("nothing is said of what was not read yet, and of empty documents that they are", () => {
  expect(shown(unread)).not.toContain("Nothing drawn");
  expect(shown({ ...unread })).toContain("Nothing drawn yet");
});
