import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const problems = {
  links: loadPublicProblem(problemsDir, "url-shortener").capabilities,
  seats: loadPublicProblem(problemsDir, "ticket-booking").capabilities,
};
const design = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```";
const links = "create table links (code text primary key, url text not null, idempotency_key text unique);";
const shorten = (api: string) => readDesign({ schema: links, api, design }, problems.links).operations[0];

test("a Location that is declared leads to the endpoint that finds what was made, and is where it is looked for", () => {
  const made = shorten("POST /links {url: uri} [Idempotency-Key] -> 201 Location | 400\nGET /s/{code} -> 302 | 404\n");
  expect(made?.steps.at(-1)).toEqual({ return: { status: 201, location: "/s/{row.code}" } });
  expect(made?.outputs).toEqual({ code: { in: "location", name: "location" } });
});

test("where the answer says it too, it is looked for there, and the Location is sent all the same", () => {
  const made = shorten("POST /links {url: uri} [Idempotency-Key] -> 201 {code} Location\nGET /{code} -> 302 | 404\n");
  expect(made?.steps.at(-1)).toMatchObject({ return: { location: "/{row.code}" } });
  expect(made?.outputs).toEqual({ code: { in: "body", name: "code" } });
  const silent = shorten("POST /links {url: uri} [Idempotency-Key] -> 201 {code}\nGET /{code} -> 302 Location | 404\n");
  expect(silent?.steps.at(-1)).not.toHaveProperty("return.location");
});

test("a path that another endpoint goes on from is where it is found; what the request's own path names is filled in", () => {
  const schema = `create table seats (id bigserial primary key, label text not null);
    create table holds (id uuid primary key default gen_random_uuid(), seat_id bigint not null unique references seats (id),
      expires_at timestamptz not null, confirmed_at timestamptz, idempotency_key text unique);`;
  const hold = (confirm: string) =>
    readDesign(
      {
        schema,
        api: `POST /seats/{seat_id}/holds -> 201 Location | 409\nPUT ${confirm} [Idempotency-Key] -> 204 | 409\n`,
        design,
      },
      problems.seats,
    ).operations[0]?.steps.at(-1);
  expect(hold("/holds/{hold_id}/confirmation")).toMatchObject({ return: { location: "/holds/{holds.id}" } });
  expect(hold("/seats/{seat_id}/holds/{hold_id}/confirmation")).toMatchObject({
    return: { location: "/seats/{path.seat_id}/holds/{holds.id}" },
  });
});
