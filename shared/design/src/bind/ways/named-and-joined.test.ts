import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { waysIn } from "./way-of.ts";

beforeAll(() => loadReader());

const { read } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

interface Names {
  order: string;
  seat: string;
  line: string;
  held: string;
  until: string;
}

/** A seat that says which order has it now, beside the lines of every order that ever had it. */
const schema = ({ order, seat, line, held, until }: Names): string => `
create table customer (id int primary key, email text not null unique);
create table ${order} (${order}_id uuid primary key, customer_id int not null references customer,
  status text not null check (status in ('${held}', 'paid', 'cancelled')), ${until} timestamptz not null);
create table ${seat} (${seat}_id int primary key, event_id int not null, label text not null,
  ${order}_id uuid references ${order});
create table ${line} (${order}_id uuid not null references ${order}, ${seat}_id int not null references ${seat},
  primary key (${order}_id, ${seat}_id));
create table ticket (id bigint generated always as identity primary key, ${order}_id uuid not null references ${order},
  ${seat}_id int not null unique references ${seat});`;

const english = { order: "ticket_order", seat: "seat", line: "order_line", held: "holding", until: "expires_at" };
const german = { order: "reservierung", seat: "sitzplatz", line: "position", held: "offen", until: "gueltig_bis" };

test.each([
  [
    "a list that is sent, and the statements",
    english,
    "POST /events/{eventId}/orders {seatIds: string[], customerId} -> 201 {orderId, expiresAt} | 409\nPOST /orders/{orderId}/confirm -> 200 {ticketId} | 410",
    "## Hold\n\n`POST /events/{eventId}/orders`: `select seat_id from seat where seat_id = any($1) order by seat_id for update`, then `select 1 from ticket_order where order_id = $2 and (status = 'paid' or (status = 'holding' and expires_at > now()))`: any row is 409.",
  ],
  [
    "one seat, and words",
    english,
    "POST /events/{eventId}/seats/{seatId}/orders {customerId} -> 201 {orderId, expiresAt} | 409\nPOST /orders/{orderId}/confirm -> 200 {ticketId} | 410",
    "## Hold\n\nThe hold locks the seat row first (`FOR UPDATE`), and then reads the order that it points at.",
  ],
  [
    "another language",
    german,
    "POST /reservierungen {sitzplatzId, customerId} -> 201 {reservierungId} | 409\nPOST /reservierungen/{reservierungId}/bestaetigen -> 200 {ticketId} | 410",
    "## Reservieren\n\n`SELECT * FROM sitzplatz WHERE sitzplatz_id = $1 FOR UPDATE`, danach die Reservierung lesen, auf die er zeigt.",
  ],
])(
  "a seat that is locked is held by the order that it names, and then names the new one: %s",
  (_how, names, api, design) => {
    const { operations, findings } = read(
      schema(names),
      api,
      `${design}\n\n\`\`\`mermaid\nflowchart LR\n  app --> api --> db[(Postgres)]\n\`\`\`\n`,
    );
    expect(findings.filter(({ severity }) => severity === "question" || severity === "error")).toEqual([]);
    const hold = JSON.stringify(operations.find(({ capability }) => capability === "hold")?.steps);
    const { order, seat, line, held } = names;
    expect(hold).toContain(`"get":"${order}","by":{"${order}_id":"$${seat}.${order}_id"`);
    expect(hold).toContain(`"status":"${held}"}},{"if":{"found":true}`);
    expect(hold).toContain(`{"update":"${seat}","set":{"${order}_id":"$${order}.${order}_id"}`);
    expect(hold).toContain(`{"insert":"${line}"`);
    expect(hold).not.toContain("list");
  },
);

test("a seat that nobody locks is looked at all the same, and two at once may both be let in", () => {
  const api =
    "POST /events/{eventId}/seats/{seatId}/orders {customerId} -> 201 {orderId} | 409\nPOST /orders/{orderId}/confirm -> 200 {ticketId} | 410";
  const design =
    "## Hold\n\nRead the seat, and then the order that it points at.\n\n```mermaid\nflowchart LR\n  app --> api --> db[(Postgres)]\n```\n";
  const { operations } = read(schema(english), api, design);
  const hold = JSON.stringify(operations.find(({ capability }) => capability === "hold")?.steps);
  expect(hold).not.toContain("lock");
  expect(hold).toContain('"get":"ticket_order","by":{"ticket_order_id":"$seat.ticket_order_id"');
  expect(hold).toContain('{"update":"seat","set":{"ticket_order_id":"$ticket_order.ticket_order_id"}');
});
