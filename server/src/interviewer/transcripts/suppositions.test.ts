import { fillProbe } from "@proofroom/domain/interview/director/fill";
import { loadPack } from "@proofroom/problems/private";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { expect, test } from "vitest";
import { createVirtualRoom } from "./virtual-room.ts";

const pack = loadPack(problemsDir, "url-shortener");
const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");

interface Texts {
  schema: string;
  api: string;
  design: string;
}

/** Every probe of the pack that may be asked of these documents. */
async function probesOf({ schema, api, design }: Texts): Promise<string[]> {
  const room = await createVirtualRoom({ pack, capabilities, seed: "supposed" });
  room.write(1, "schema", schema);
  room.write(2, "api", api);
  room.write(3, "design", design);
  return pack.items.flatMap((item) =>
    item.spoken.probes.flatMap((probe) => fillProbe(room.state(), item, probe)?.text ?? []),
  );
}

const drawing = (...lines: string[]): string => ["```mermaid", "flowchart LR", ...lines, "```"].join("\n");
const plain: Texts = {
  schema: "create table links (code varchar(7) primary key, url text not null);",
  api: "",
  design: drawing("user([User]) --> app[App]", "app --> db[(Postgres)]"),
};

test.each<[string, RegExp, Texts, Texts]>([
  ["a diagram", /\bdiagram\b/, plain, { ...plain, design: "# Links\n\nusers -> app -> db" }],
  [
    "one box on every way",
    /`app` \(design line \d\) is drawn once and stands on the way of every request/,
    plain,
    {
      ...plain,
      design: drawing("user([User]) --> app[App]", "user --> other[App]", "app --> db[(Postgres)]", "other --> db"),
    },
  ],
  [
    "that nothing else is read",
    /from nowhere else/,
    { ...plain, api: apiOf("get") },
    { ...plain, api: apiOf("get"), design: plain.design.replace("\n```", "\napp --> cache[(Redis)]\n```") },
  ],
  [
    "that no rate is written",
    /documents give none yet/,
    plain,
    { ...plain, design: `100 links are written a second.\n\n${plain.design}` },
  ],
  ["that nothing is deleted", /only ever gains rows/, plain, { ...plain, api: apiOf("delete") }],
  [
    "that no time is kept",
    /does not say how long a link lives/,
    plain,
    { ...plain, schema: plain.schema.replace("url text", "expires_at timestamptz, url text") },
  ],
])("a question that supposes %s is asked only where it is so", async (_, wording, where, elsewhere) => {
  expect(await probesOf(where)).toContainEqual(expect.stringMatching(wording));
  expect(await probesOf(elsewhere)).not.toContainEqual(expect.stringMatching(wording));
});

function apiOf(verb: string): string {
  return `openapi: 3.1.0
info: { title: Links, version: "1" }
paths:
  /{code}:
    ${verb}:
      parameters:
        - { name: code, in: path, required: true, schema: { type: string } }
      responses: { "204": { description: Done } }`;
}
