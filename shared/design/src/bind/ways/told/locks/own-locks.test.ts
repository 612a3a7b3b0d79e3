import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";
import { isInSeveral, withoutOwnLocks } from "./own-locks.ts";

beforeAll(() => loadReader());

const { read } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);
const schema = `create table seats (id int primary key, status text not null default 'free' check (status in ('free', 'held', 'sold')),
  hold_token uuid unique, held_until timestamptz, held_by text);
create table bookings (id bigserial primary key, seat_id int not null references seats, held_by text);`;
const api = `POST /seats/{seatId}/hold {held_by} -> 201 {hold_token, held_until} | 409
POST /bookings {hold_token} -> 201 {id} | 410
`;
const select = "`SELECT status, held_until FROM seats WHERE id = $1`";
const update =
  "`UPDATE seats SET status='held', held_by=$2, hold_token=gen_random_uuid(), held_until=now()+interval '2 min' WHERE id=$1`";
const isReadFirst = (prose: string): boolean => {
  const { operations, findings } = read(schema, api, prose);
  const steps = JSON.stringify(operations[0]?.steps);
  return steps.startsWith('[{"get":"seats"') || findings.some(({ rule, line }) => rule === "which-way" && line === 1);
};

test.each([
  `Each api process has a map from seat id to a mutex in its memory. To hold a seat it takes the mutex of the seat, reads the seat (${select}), answers 409 when it is held or sold, otherwise ${update}, and lets the mutex go.`,
  `client -> api (x3) -> postgres\n\nHold: a \`sync.Mutex\` per seat, ${select}, 409 unless free or over, then ${update}.`,
  `client -> api ×2 -> postgres\n\nHold: in a \`synchronized\` block ${select}: 409. Then ${update}.`,
  `Two instances behind a balancer.\n\nHold: under \`asyncio.Lock()\` of the seat we ${select}, refuse with 409, and ${update}.`,
])("a lock in the memory of one of several processes keeps nobody apart: %s", (prose) => {
  expect(isReadFirst(prose)).toBe(true);
});

test.each([
  `client -> api -> postgres\n\nHold: in a mutex of the seat ${select}: 409. Then ${update}.`,
  `client -> api (x3) -> postgres\n\nHold: in a Redis mutex of the seat ${select}: 409. Then ${update}.`,
  `client -> api (x3) -> postgres\n\nHold: a mutex, and ${select.replace("$1`", "$1 FOR UPDATE`")}: 409. Then ${update}.`,
])("one process, or a lock that all share, does: %s", (prose) => {
  expect(isReadFirst(prose)).toBe(false);
});

test.each([
  ["client -> api (x3) -> postgres", true],
  ["api[API, replicas: 2] --> db", true],
  ["Every pod has its own map.", true],
  ["Drei Instanzen laufen.", true],
  ["api -> postgres (2 replicas)", false],
  ["api --> q[[Queue]] --> w[Worker x3]", false],
  ["One process.", false],
])("whether a service is drawn several times: %s", (design, isSo) => {
  expect(isInSeveral(design)).toBe(isSo);
});

test("what is said of anything else stays", () => {
  expect(withoutOwnLocks("Under a mutex. A lock of the row.", "api x2 -> db")).toMatch(
    /^Under a +\. A lock of the row\.$/,
  );
});
