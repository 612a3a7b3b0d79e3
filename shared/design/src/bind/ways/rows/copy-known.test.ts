import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../read.ts";
import { waysIn } from "../way-of.ts";

beforeAll(() => loadReader());

const { read } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const stepsOf = (schema: string, api: string) =>
  JSON.stringify(read(schema, api).operations.find(({ capability }) => capability === "confirm")?.steps);

const reservas = `create table assentos (id int primary key, numero int not null);
create table reservas (id uuid primary key default gen_random_uuid(), assento_id int not null references assentos (id),
  status text not null check (status in ('PENDENTE', 'CONFIRMADA', 'EXPIRADA')), expira_em timestamptz not null);
create unique index on reservas (assento_id) where status in ('PENDENTE', 'CONFIRMADA');`;
const api =
  "POST /assentos/{assentoId}/reservas -> 201 {reservaId} | 409\nPOST /reservas/{reservaId}/confirmar -> 200 | 410\n";
const paid = (states: string) =>
  stepsOf(
    `${reservas} create table pagamentos (id int generated always as identity primary key,
      reserva_id uuid not null unique references reservas (id), status text not null check (status in (${states})));`,
    api,
  );

test("a payment of the hold is not in the hold's state where the schema refuses that, but in its own that says it is paid", () => {
  expect(paid("'INICIADO', 'PAGO', 'RECUSADO'")).toContain('"insert":"pagamentos","values":{"status":"PAGO"');
  expect(paid("'A', 'B'")).not.toContain("$reservas.status");
});

const seats = (buyer: string) => `create table users (id int primary key);
create table seats (id int primary key, status text not null default 'free' check (status in ('free', 'held', 'sold')),
  held_by int references users (id), held_until timestamptz);
create table bookings (id int generated always as identity primary key, seat_id int not null unique references seats (id), ${buyer});`;

test("of a seat that nobody is said to hold a booking takes over no holder, but is that of whoever asks", () => {
  const buyer = "user_id int not null references users (id)";
  const unsaid = "POST /seats/{seatId}/hold -> 201 | 409\nPOST /seats/{seatId}/confirm -> 201 {bookingId} | 409\n";
  expect(stepsOf(seats(buyer), unsaid)).toContain('"user_id":"$user"');
  const said = unsaid.replace("/hold ->", "/hold {user_id: int} ->");
  expect(stepsOf(seats(buyer), said)).toContain('"user_id":"$seats.held_by"');
});

const heldSeats = `create table seats (id int primary key);
create table seat_holds (seat_id int primary key references seats (id), hold_id uuid not null unique, expires_at timestamptz not null);`;
const namedByHold = "POST /seats/{seat_id}/holds -> 201 {hold_id} | 409\nPOST /holds/{hold_id}/booking -> 201 | 410\n";

test("a booking whose key is called as the hold's own is named by that, and one with a key of its own gets a new one", () => {
  const booked = (key: string) =>
    stepsOf(
      `${heldSeats} create table bookings (${key} uuid primary key, seat_id int not null unique references seats (id));`,
      namedByHold,
    );
  expect(booked("hold_id")).toContain('"hold_id":"$seat_holds.hold_id"');
  expect(booked("booking_id")).toContain('"booking_id":{"uuid":true}');
});
