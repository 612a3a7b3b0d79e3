import { expect, test } from "vitest";
import { operation, startService, table } from "../test-service.ts";

const ddl = `create table holds (id text primary key, state text not null, until timestamptz not null);
  insert into holds values ('lasting', 'held', '2100-01-01'), ('ended', 'held', '2000-01-01'), ('sold', 'sold', '2100-01-01')`;

const confirming = (...statuses: number[]) =>
  startService({
    ddl,
    tables: [table("holds", { id: "text", state: "text", until: "timestamptz" }, { primaryKey: ["id"] })],
    operations: [
      operation(
        "POST",
        "/holds/{id}/confirm",
        [{ update: "holds", set: { state: "sold" }, where: { id: "$path.id", state: "held", until: { gte: "$now" } } }],
        { responses: [200, ...statuses].map((status) => ({ status, headers: [] })) },
      ),
    ],
  });

test.each([
  { declared: [], ended: 409, sold: 409 },
  { declared: [404, 409, 410], ended: 410, sold: 409 },
  { declared: [404, 410], ended: 410, sold: 410 },
  { declared: [422], ended: 422, sold: 422 },
  { declared: [423], ended: 423, sold: 423 },
])(
  "of $declared one that has ended is answered $ended, and one that is sold $sold",
  async ({ declared, ended, sold }) => {
    const service = await confirming(...declared);
    const statusOf = async (id: string) => (await service.ask("POST", `/holds/${id}/confirm`)).status;
    expect(await statusOf("ended")).toBe(ended);
    expect(await statusOf("sold")).toBe(sold);
    expect(await statusOf("none")).toBe(404);
    expect(await statusOf("lasting")).toBe(200);
  },
);
