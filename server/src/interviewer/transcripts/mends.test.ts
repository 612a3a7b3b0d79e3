import { loadPack } from "@proofroom/problems/private";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { expect, test } from "vitest";
import { createVirtualRoom } from "./virtual-room.ts";

const pack = loadPack(problemsDir, "url-shortener");
const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");

const schema = (more = "") => `create table links (\n  slug text primary key,${more}\n  target text not null\n);`;
const design = (end: string) => `# Links\n\n100 links are made a second.\n\n${end}`;

async function namedAfter(mend: { schema?: string; design?: string }): Promise<string[]> {
  const room = await createVirtualRoom({ pack, capabilities, seed: "one" });
  room.hear({ at: 1, type: "phase", action: "start", phase: "clarify", minutes: 45 });
  room.hear({ at: 10_000, type: "phase", action: "next", phase: "high-level" });
  room.write(60_000, "schema", schema());
  room.write(61_000, "design", design("Links expire after 90 days."));
  const wasAsked = () => room.state().said.some(({ topic }) => topic?.startsWith("unending:") ?? false);
  for (let at = 120_000; at < 600_000 && !wasAsked(); at += 10_000) room.until(at);
  expect(wasAsked()).toBe(true);
  const at = (room.state().said.at(-1)?.at ?? 0) + 20_000;
  if (mend.schema !== undefined) room.write(at, "schema", mend.schema);
  if (mend.design !== undefined) room.write(at, "design", mend.design);
  room.until(at + 240_000);
  return room.state().said.flatMap(({ kind, text }) => (kind === "mend" ? [text] : []));
}

test("links that end without a column for it are mended by the column, or by letting them live", async () => {
  const column = schema("\n  expires_at timestamptz,");
  expect(await namedAfter({ schema: column })).toContain("`expires_at` says when a row ends now.");
  expect(await namedAfter({ design: design("Links never expire.") })).toContain(
    "The design no longer says that something ends.",
  );
});
