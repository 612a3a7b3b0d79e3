import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table seats (id int primary key, status text not null default 'available'
  check (status in ('available', 'held', 'sold')), held_by int, held_until timestamptz, version int not null default 0);`;
const asked = (version: string) => {
  const sql = `UPDATE seats SET status = 'held', held_until = $3, ${version} = ${version} + 1 WHERE id = $1 AND ${version} = $2`;
  const api = `# Reads the seat, 409 unless it is available or held, then ${sql}
POST /seats/{seat_id}/hold {user_id: int} -> 200 {seat_id} | 409
`;
  return way(schema.replace("version", version), api, "hold").questions[0]?.fixes?.[0];
};

test.each(["version", "row_version"])(
  "what is as a statement says compares the version that it compares: %s",
  (name) => {
    const fix = asked(name);
    expect(fix?.label).toContain("which does not look at held_until");
    const steps = fix?.edits[0]?.insert ?? "";
    expect(steps).toContain("get: seats");
    expect(steps).toContain(`${name}: { add: [$seats.${name}, 1] }`);
    expect(steps).toContain(`where: { id: $path.seat_id, ${name}: $seats.${name} }`);
  },
);
