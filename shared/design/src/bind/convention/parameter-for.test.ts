import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "ticket-booking");
const schema = `create table asientos (id bigint primary key, cliente text, retenido_hasta timestamptz, vendido_en timestamptz);`;

test.each(["X-Cliente", "X-Client-Id", "X-User-Id"])("who asks is told by the header %s", (header) => {
  const api = `POST /asientos/{id}/retencion [${header}] -> 200 | 409\n  x-capability: hold\n`;
  const { operations } = readDesign({ schema, api, design: "" }, capabilities);
  expect(operations[0]?.inputs["user"]).toEqual({ in: "header", name: header });
});
