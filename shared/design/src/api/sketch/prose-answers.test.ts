import { expect, test } from "vitest";
import { readApi } from "../read-api.ts";

const read = (line: string) => readApi(line, () => {}).endpoints[0]?.endpoint;

test.each([
  '- `PUT /holds/{id}/payment` – confirm; header `Idempotency-Key`. 200 `{"id": "…"}`, 410 if it is over',
  '- `PUT /holds/{id}/payment` - confirms. 200 with `{"id": "…"}`, 410 when late',
  '- `PUT /holds/{id}/payment`: confirms the hold (header `Idempotency-Key`). 200 {"id": "…"}; 410',
  '- `PUT /holds/{id}/payment` – confirm; answers `{"id": "…"}` with 200, 410 if it is over',
  '- `PUT /holds/{id}/payment` – gives back `{"id": "…"}` with 200. 410 if late',
  '- `PUT /holds/{id}/payment` – responde con `{"id": "…"}`, 410 si es tarde',
])("what is said to be answered is no part of what is sent: %s", (line) => {
  const endpoint = read(line);
  expect(endpoint?.body).toBeUndefined();
  expect(endpoint?.responses).toMatchObject([{ status: 200, schema: { properties: { id: {} } } }, { status: 410 }]);
});

test("a number that counts something is no answer", () => {
  expect(read("- `PUT /holds/{id}/payment` – confirm. Costs 300 {eur}")?.responses).toEqual([]);
});
