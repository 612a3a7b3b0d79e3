import { expect, test } from "vitest";
import type { Endpoint } from "@proofroom/domain/design/model";
import { secondSuccess } from "./second-success.ts";

const endpoint = (...statuses: number[]): Endpoint => ({
  opId: "POST /bookings",
  method: "POST",
  path: "/bookings",
  line: 1,
  bodyRequired: true,
  parameters: [],
  responses: statuses.map((status) => ({ status, headers: [] })),
});
const inputs = { hold: { in: "body" as const, name: "hold_token" } };
const said = (text: string, ...statuses: number[]) => secondSuccess(endpoint(...statuses), inputs, [text]);

test.each([
  '"201": { "booking_id": "integer" }, "200": "نفس جسم 201 إذا كان الحجز موجودًا من قبل", "402": { }',
  "1. هل يوجد صف في `bookings` بنفس `hold_token`؟ نعد نفس الحجز بـ **200** دون أي دفع.",
  "200: onko tällä hold_token jo varaus",
  "200 with the same order if you have bought it",
  "- 200 la même vente",
  "201 {booking_id} 200 {booking_id} <- sent again 410 {error}",
  "201 booked 200 { id } wenn die Anfrage wiederholt wird",
  "201 {id} 200 {id} przy powtórzeniu",
])("a 200 beside a 201 answers what is there, in whatever language: %s", (text) => {
  expect(said(text, 200, 201)).not.toBeNull();
});

test("it has to be declared beside a 201, and to be told of", () => {
  const told = "200: onko tällä hold_token jo varaus";
  expect(said(told, 200)).toBeNull();
  expect(said(told, 201)).toBeNull();
  for (const text of [
    '"200": { "description": "OK" }, "201": { "description": "Created" }',
    '"200": { "booking_id": 7, "hold_token": "uuid" }',
    "answers 200 or 201",
    '201 {id} 200 {"status": "pending"} try again',
    "201 {id} 200 {id} 409 {error} sent again",
    "hold_token on vanhentunut -> 410, muuten 200",
  ])
    expect(said(text, 200, 201)).toBeNull();
});
