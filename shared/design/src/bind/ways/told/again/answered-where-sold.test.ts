import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { read } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const confirming = (told: string) => {
  const schema = `create table seats (id int primary key);
create table reservierung (id uuid primary key default gen_random_uuid(), seat_id int not null references seats (id), gueltig_bis timestamptz not null,
  status text not null check (status in ('RESERVIERT', 'GEBUCHT', 'ABGELAUFEN')));
create unique index on reservierung (seat_id) where status in ('RESERVIERT', 'GEBUCHT');`;
  const api = `POST /seats/{seat_id}/hold -> 201 {reservierung_id} | 409
POST /reservierungen/{reservierung_id}/confirm -> 200 {reservierung_id, status} | 404 | 410
`;
  const chart = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
  const { operations } = read(schema, api, `${chart}\n## Confirm\n\n${told}\n`);
  return JSON.stringify(operations.find(({ capability }) => capability === "confirm")?.steps);
};
const looked = '"get":"reservierung","by":{"id":"$path.reservierung_id","status":"GEBUCHT"}';

test.each([
  "- GEBUCHT → 200 mit derselben Antwort wie beim ersten Mal\n- ABGELAUFEN → 410\n- RESERVIERT → buchen",
  "1. `status = 'ABGELAUFEN'`: 410\n2. `status = 'GEBUCHT'`: 200, nichts ändern",
  "| Status | Antwort |\n|---|---|\n| **GEBUCHT** | 200 |\n| **ABGELAUFEN** | 410 |",
  "1. `status = 'GEBUCHT'` -> y aller avec la ligne de `reservierung` que voici, 200\n2. `status = 'ABGELAUFEN'` -> 410",
  "* si status = `GEBUCHT` -> 200, rien à faire\n* si status = `ABGELAUFEN` -> 410",
])("of the case of what is sold a success is answered in whatever language: %s", (told) => {
  expect(confirming(told)).toContain(looked);
});

test.each([
  "- GEBUCHT → 410\n- ABGELAUFEN → 410\n- RESERVIERT → buchen",
  "GEBUCHT → 200",
  "- ABGELAUFEN → 410\n- GEBUCHT wird gesetzt, dann Commit. Danach 200",
])("a refusal, a deed, and a state that may be what comes of it are no such case: %s", (told) => {
  expect(confirming(told)).not.toContain(looked);
});
