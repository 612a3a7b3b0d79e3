import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { waysIn } from "../ways/way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table seats (id int primary key, label text not null);
create table holds (id uuid primary key default gen_random_uuid(), seat_id int not null unique references seats (id), expires_at timestamptz not null);
create table bookings (id uuid primary key default gen_random_uuid(), seat_id int not null unique references seats (id));`;

const api = (description: string): string => `openapi: 3.1.0
info: { title: Seats, version: "1" }
paths:
  /seats/{seatId}/hold:
    post:
      summary: Hold a seat
      parameters: [{ name: seatId, in: path, required: true, schema: { type: integer } }]
      responses:
        "201": { description: Held, content: { application/json: { schema: { type: object, properties: { holdId: { type: string } } } } } }
        "409": { description: Taken }
  /holds/{holdId}/confirm:
    post:
      summary: Confirm a hold
      description: |
${description.replace(/^/gm, "        ")}
      parameters: [{ name: holdId, in: path, required: true, schema: { type: string } }]
      responses:
        "201": { description: Booked, content: { application/json: { schema: { type: object, properties: { bookingId: { type: string } } } } } }
        "410": { description: Gone }
`;

const asked = (description: string, design = "# Seats\n"): string =>
  way(schema, api(description), "confirm", design)
    .questions.filter(({ rule }) => rule === "which-way")
    .map(({ message }) => message)
    .join("\n");

const steps = `- BEGIN
- select the row of holds by its id, for update; none: 410
- insert into bookings, with the seat of that hold
- COMMIT, 201 with the id of the booking`;

test("what an operation's description tells in detail is looked at as the design document's words are", () => {
  expect(asked(steps)).toContain("statement beside it does not look at expires_at");
  expect(asked(steps.replace("; none", ", its expires_at ahead; none"))).toBe("");
});

test("where the design document tells of the endpoint, its words say what is done", () => {
  const design = `# Seats\n\n## Confirm\n\n${steps.replace("; none", ", its expires_at ahead; none")}\n`;
  expect(
    asked(
      "Turns a hold that somebody has into a booking for good, once, whoever asks for it and however often.",
      design,
    ),
  ).toBe("");
});

test("a description that says what an endpoint is for tells nothing of how", () => {
  expect(asked("Confirms a hold.")).toBe("");
});
