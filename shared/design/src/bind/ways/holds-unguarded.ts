import type { Capability } from "@proofroom/domain/problem/problem";
import { waysIn } from "./way-of.ts";

/** Holds of which the schema alone refuses no second one, so that what the design says decides. */
export const schema = `create table seats (id int primary key, label text not null);
create table holds (id uuid primary key, seat_id int not null references seats (id), expires_at timestamptz not null);
create table bookings (id uuid primary key, seat_id int not null unique references seats (id), hold_id uuid not null unique);`;

const api =
  "POST /seats/{seat_id}/holds -> 201 {hold_id} | 409\nPOST /holds/{hold_id}/confirm -> 201 {booking_id} | 409\n";
const drawing = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";

/** How a capability of ticket booking is served where the design document says this above its drawing. */
export function servedIn(capabilities: Record<string, Capability>) {
  const { way } = waysIn(capabilities);
  return (capability: string, said: string, tables = schema) => way(tables, api, capability, `${said}\n\n${drawing}`);
}
