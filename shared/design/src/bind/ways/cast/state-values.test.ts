import type { Column } from "@proofroom/domain/design/model";
import { expect, test } from "vitest";
import { stateValues } from "./state-values.ts";

const role = {
  names: ["state"],
  kind: "state" as const,
  values: { free: ["free", "available"], held: ["held"], sold: ["sold", "booked"] },
};
const codes = (values: string[], comment: string): Column => ({
  name: "state",
  type: "char(1)",
  nullable: false,
  generated: false,
  line: 1,
  values,
  comment,
});
const meant = (values: string[], comment: string) => {
  const { values: found, isGuess } = stateValues(role, codes(values, comment));
  return { ...Object.fromEntries(found), isGuess };
};

test.each([
  [["F", "H", "S"], "free, held, sold"],
  [["S", "H", "F"], "free / held / sold"],
  [["F", "H", "S"], "free | held | sold"],
  [["F", "H", "S"], "free, held or sold"],
])("codes %j are what their words beside them say in order or by how they begin: %s", (values, comment) => {
  expect(meant(values, comment)).toEqual({ free: "F", held: "H", sold: "S", isGuess: false });
});

test("words that begin otherwise are meant in the order of the codes", () => {
  expect(meant(["1", "2", "3"], "available, held, booked")).toEqual({
    free: "1",
    held: "2",
    sold: "3",
    isGuess: false,
  });
});

test.each(["free, held", "the state of the seat, held by somebody, or sold", ""])(
  "what does not list a word for each code says nothing of them: %s",
  (comment) => {
    expect(meant(["F", "H", "S"], comment).isGuess).toBe(true);
  },
);

const words = (values: string[]) =>
  Object.fromEntries(stateValues(role, { ...codes(values, ""), type: "text" }).values);

test("the one unknown word between two known ones is what comes between them", () => {
  expect(words(["free", "wstrzymane", "sold"])).toEqual({ free: "free", held: "wstrzymane", sold: "sold" });
});

test.each([
  [["free", "sold", "wstrzymane"]],
  [["sold", "wstrzymane", "free"]],
  [["free", "wstrzymane", "paying", "sold"]],
  [["wstrzymane", "free", "sold"]],
])("an unknown word anywhere else means nothing: %j", (values) => {
  expect(words(values)).not.toHaveProperty("held");
});
