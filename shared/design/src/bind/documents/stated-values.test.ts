import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { waysIn } from "../ways/way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const chart = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```";
const seats = (comment: string) => `create table assentos (id uuid primary key,
  status text not null default 'LIVRE',${comment}
  reservado_ate timestamptz, usuario_id uuid);`;
const api = `POST /assentos/{assento_id}/reserva {usuario_id: uuid} -> 201 {reservado_ate} | 409
POST /assentos/{assento_id}/compra {usuario_id: uuid} -> 200 | 409
`;

test.each([" -- LIVRE | RESERVADO | VENDIDO", " -- LIVRE, RESERVADO, VENDIDO", " -- LIVRE -> RESERVADO -> VENDIDO"])(
  "a state has the values that the comment behind it lists:%s",
  (comment) => {
    expect(way(seats(comment), api, "hold").words).toContain('Sets status = "RESERVADO"');
    expect(way(seats(comment), api, "confirm").words).toContain('Sets status = "VENDIDO"');
  },
);

test("where no comment lists them, a state has the values that the statements write", () => {
  const design = `Reserva: UPDATE assentos SET status = 'RESERVADO' WHERE id = $1 AND status = 'LIVRE'

Compra: UPDATE assentos SET status = 'VENDIDO' WHERE id = $1 AND status = 'RESERVADO' AND reservado_ate > now()

${chart}`;
  expect(way(seats(""), api, "confirm", design).words).toContain('Sets status = "VENDIDO"');
});

test("a comment that lists something else, or the default alone, says nothing of the values", () => {
  expect(way(seats(" -- see the wiki, or ask"), api, "hold").words).toContain('Sets status = "HELD"');
});
