import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../read.ts";

beforeAll(() => loadReader());

test("a body, or an answer, of which only an example is shown is as that shows it", () => {
  const api = `openapi: 3.0.3
paths:
  /holds/{holdId}:
    put:
      requestBody:
        content:
          application/json:
            example: { concertId: 01J8ZK6Q5W3N7T2R9YB4M0XDCE, place: ORCH-B-12 }
      responses:
        "200": { description: again }
        "201":
          description: held
          content:
            application/json:
              examples:
                usual: { value: { holdId: 5f0c1c0e-6a0e-4b7a-9a3b-0d1f8a7c2b11 } }
`;
  const [put] = readDesign({ schema: "", api, design: "" }, {}).operations;
  expect(put?.body).toMatchObject({ properties: { concertId: {}, place: {} } });
  expect(put?.responses.find(({ status }) => status === 201)?.schema).toMatchObject({ properties: { holdId: {} } });
});
