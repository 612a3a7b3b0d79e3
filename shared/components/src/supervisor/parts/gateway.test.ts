import { planBlueprint } from "@proofroom/domain/infrastructure/plan";
import { expect, test } from "vitest";
import { gatewayNotes, gatewayParts } from "./gateway.ts";

const component = {
  id: "gw",
  label: "Gateway x2",
  kind: "gateway" as const,
  replicas: 2,
  attrs: {},
  from: "mermaid" as const,
};
const drawn = planBlueprint({ components: [component], edges: [], tables: [], operations: [], consumers: [], ddl: [] });

test("each drawn gateway is a process where the system lets them share a port, and elsewhere it is said that one runs", () => {
  expect(gatewayParts(drawn, "linux").map(({ component }) => component)).toEqual(["gw-1", "gw-2"]);
  expect(gatewayNotes(drawn, "linux")).toEqual([]);
  expect(gatewayParts(drawn, "darwin").map(({ component }) => component)).toEqual(["gw"]);
  expect(gatewayNotes(drawn, "darwin")).toEqual([
    "gw: 1 of 2 is deployed, since this system lets one process listen at a port",
  ]);
});

test("the second gateway takes the port that the first one got", async () => {
  const peers = {
    of: async () => [],
    first: async (id: string) => ({ component: `${id}-1`, host: "127.0.0.1", port: 4711 }),
    ofAll: async () => [],
    database: async () => null,
    standbys: async () => [],
    folder: () => "",
  };
  const settings = await Promise.all(gatewayParts(drawn, "linux").map((part) => part.settings(peers)));
  expect(settings).toMatchObject([
    { isOneOfSeveral: true, sharedPort: 0 },
    { isOneOfSeveral: true, sharedPort: 4711 },
  ]);
});
