import { loadPack } from "@proofroom/problems/private";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { expect, test } from "vitest";
import { createVirtualRoom } from "./virtual-room.ts";

const pack = loadPack(problemsDir, "url-shortener");
const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");

const diagram = ["```mermaid", "flowchart LR", "  c([Browser]) --> api[API]", "  api --> db[(Postgres)]", "```"];
const text = (reads: string) => ["# Links", "", `Peak: ${reads} reads per second.`, "", ...diagram].join("\n");

/** What comes between the question on two numbers and the one on the diagram. */
const meanwhile: [string, (room: Awaited<ReturnType<typeof createVirtualRoom>>) => void][] = [
  ["nothing", () => {}],
  ["an answer", (room) => room.message(230_000, "Ada", "the one in the design", true)],
  ["a mend", (room) => room.write(235_000, "design", text("10k"))],
  [
    "a sentence that is written below it",
    (room) => room.write(262_000, "design", `${text("1k")}\n\nEvery visitor is sent on by the API.`),
  ],
  [
    "a table that is written meanwhile",
    (room) => room.write(262_000, "schema", "create table links (\n  code text primary key,\n  url text\n);"),
  ],
  [
    "somebody who goes on typing",
    (room) => {
      for (let at = 215_000; at < 400_000; at += 8_000) room.hear({ at, type: "typing" });
    },
  ],
];

test.each(meanwhile)("a diagram that lost its turn to a contradiction is asked about after %s", async (_, happens) => {
  for (const seed of ["one", "two", "three"]) {
    const room = await createVirtualRoom({ pack, capabilities, seed });
    room.hear({ at: 1, type: "phase", action: "start", phase: "clarify", minutes: 45 });
    room.message(60_000, "Ada", "we have 10k reads per second", true);
    room.hear({ at: 180_000, type: "phase", action: "next", phase: "high-level" });
    room.write(200_000, "design", text("1k"));
    room.until(212_000);
    expect(room.state().said.at(-1)?.question?.source).toBe("contradiction");
    happens(room);
    room.until(560_000);
    const after = room.state().said.filter(({ question, at }) => question !== null && at > 212_000);
    expect(after.map(({ text: asked }) => asked).join("\n"), seed).toMatch(/\((?:design) (?:7|8)\)/);
    expect(after[0]?.place?.line, `${seed}: ${after[0]?.text}`).toBeGreaterThanOrEqual(7);
  }
});
