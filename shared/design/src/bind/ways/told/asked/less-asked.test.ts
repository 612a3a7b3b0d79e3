import { expect, test } from "vitest";
import type { Where } from "@proofroom/domain/design/step";
import { onlyNamed } from "./less-asked.ts";

const where: Where = { id: "$path.id", any: [{ status: "free" }, { status: "held", until: { lt: "$now" } }] };

test("a written condition that names one state is about the alternative of that state alone", () => {
  expect(onlyNamed(where, "id = $1 and status = 'free'")).toEqual({ ...where, any: [{ status: "free" }] });
});

test.each(["status = 'free' or until < now()", "status in ('free', 'held')", "id = $1", "status = 'gone'"])(
  "one that names several, or none of them, leaves them all: %s",
  (written) => {
    expect(onlyNamed(where, written)).toEqual(where);
  },
);
