import { expect, test } from "vitest";
import { denying, noSuch } from "./denial.ts";

const denied = (text: string) =>
  new RegExp(`${denying(["not", "no", "without", "instead"])}[^.;]{0,20}$`, "iu").test(text);

test.each([
  "We do not take a ",
  "It doesn’t take a ",
  "Wir nehmen keine ",
  "On ne prend pas de ",
  "Senza ",
  "Não usamos ",
  "Vi tar inte ",
  "Мы не берём ",
  "An update instead of a ",
])("what follows “%s” is denied", (text) => expect(denied(text)).toBe(true));

test.each(["We note a ", "A non-empty ", "A key with ", "It is not so. We take a ", "is_not_a "])(
  "what follows “%s” is not",
  (text) => expect(denied(text)).toBe(false),
);

test("there is no such thing, in whatever words", () => {
  const noJob = new RegExp(`${noSuch}\\sjob`, "iu");
  for (const said of ["no job", "without any job", "kein Job", "pas de job", "sem job", "geen job"])
    expect(noJob.test(said), said).toBe(true);
  expect(noJob.test("one job")).toBe(false);
});
