import { expect, test } from "vitest";
import { titledEndpoint } from "./titled-endpoint.ts";

const serving = [
  { method: "POST", path: "/api/v1/seats/{seatId}/holds", capability: "hold" },
  { method: "PUT", path: "/api/v1/holds/{holdId}/confirmation", capability: "confirm" },
];

test.each([
  ["PUT /holds/{id}/confirmation", "confirm"],
  ["3. `PUT /v1/holds/:hold/confirmation`", "confirm"],
  ["التأكيد — PUT /api/v1/holds/<id>/confirmation/", "confirm"],
  ["POST /seats/{seat}/holds: what it does", "hold"],
  ["POST /holds/{id}/confirmation", undefined],
  ["Holds and /v1", undefined],
  ["GET /", undefined],
])("a title that writes an endpoint out is about what that one serves: %s", (title, capability) => {
  expect(titledEndpoint(title, serving)).toBe(capability);
});
