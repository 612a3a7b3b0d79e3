import { expect, test } from "vitest";
import { chainsIn } from "./call-chain.ts";

test.each([
  ["db.Seats\n  .Where(s => s.Id == id)\n  .ToList()", ["db.Seats.Where", "Where", "ToList"]],
  ["Link::where('code', $code)->first()", ["Link.where", "where", "first"]],
  ["$this->links->latest()->get()", ["$this.links.latest", "latest", "get"]],
  ["Link.create!(code: code)", ["Link.create", "create"]],
])("calls one after the other are a chain: %s", (text, [path = "", ...names]) => {
  const [chain] = chainsIn(text);
  expect(chain?.path.join(".")).toBe(path);
  expect(chain?.calls.map(({ name }) => name)).toEqual(names);
});

test("what is called within what is passed is a chain of its own", () => {
  const chains = chainsIn("res.json(await prisma.link.findMany({ take: 20 }))");
  expect(chains.map(({ path }) => path.join("."))).toEqual(["res.json", "prisma.link.findMany"]);
});

test("a bracket that is never closed ends the chain", () => {
  expect(chainsIn(`db.run(${"x".repeat(5_000)}`)).toEqual([]);
});
