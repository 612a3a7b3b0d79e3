import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table seats (id int primary key);
create table holds (id uuid primary key, seat_id int not null references seats (id), user_id int not null,
  status text not null default 'held' check (status in ('held', 'confirmed', 'released')), expires_at timestamptz not null);
create unique index live on holds (seat_id) where status in ('held', 'confirmed');`;
const api = `POST /seats/{seatId}/holds {userId: int} -> 201 {holdId} | 409
POST /holds/{holdId}/confirm {userId: int} -> 200 {holdId} | 404 | 409 released, or sold
`;
const drawn = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const asked = (confirm: string) =>
  way(schema, api, "confirm", `## Hold\n\nInsert.\n\n## Confirm\n\n${confirm}\n\n${drawn}`).questions.filter(
    ({ message }) => message.includes("confirm a hold"),
  );

const statement = "`UPDATE holds SET status = 'confirmed' WHERE id = $1 AND user_id = $2 AND status = 'held'`";
const locked = `1. \`SELECT * FROM holds WHERE id = $1 FOR UPDATE\`, none: 404\n2. \`held\`: go on, else 409\n3. ${statement}`;

test.each([
  `${statement}\n\n\`expires_at\` isn't part of this on purpose. It only decides when others can have a go.`,
  `${statement}, two at once serialize on the hold's row.\n\n\`expires_at\` isn't part of this on purpose.`,
  `${locked}\n\nWhat \`expires_at\` says is for the others.`,
  `${locked}\n\nThe expiry is there to make the seat available, it's no punishment.`,
  `${locked}\n\n\`expires_at\` spielt hier keine Rolle, wenn schon einer bezahlt.`,
  `${locked}\n\nO \`expires_at\` não conta aqui.`,
  `1. \`SELECT * FROM holds WHERE id = $1\`\n2. lock the seat's row\n3. ${statement}\n\n### Late\n\nIn confirm I do not look at \`expires_at\`, only at \`status\`: also at 2:01.`,
])("a time that is only spoken of is not looked at: %s", (confirm) => {
  expect(asked(confirm)[0]?.fixes?.[0]?.label).toContain("does not look at expires_at");
});

test.each([
  `${locked}\n\n\`expires_at\` must not be over.`,
  `${locked}\n\nExpired: 409.`,
  `${locked}\n\nStill valid is what \`expires_at\` says so of.`,
  `1. lock the hold's row\n2. \`expires_at\` prüfen\n3. ${statement}`,
])("a time of which something is asked is looked at: %s", (confirm) => {
  expect(asked(confirm)).toEqual([]);
});
