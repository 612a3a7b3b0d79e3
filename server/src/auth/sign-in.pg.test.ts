import { expect, test } from "vitest";
import { guest, request } from "../test-client.ts";
import { startTestServer } from "../test-server.ts";

const signIn = (origin: string, cookie = "") =>
  request(origin, { method: "POST", path: "/api/session/guest", body: { name: "Crowd" }, headers: { cookie } });

test("who makes guest after guest is told when to go on; whoever is signed in already is not held up", async () => {
  await using server = await startTestServer();
  const ada = await guest(server.origin, "Ada");
  const asked = await Promise.all(Array.from({ length: 210 }, () => signIn(server.origin)));
  const refused = asked.filter(({ status }) => status !== 201);
  expect(refused).toHaveLength(11);
  const [first] = refused;
  expect([first?.status, first?.body]).toEqual([
    429,
    { error: "too-fast", message: expect.stringMatching(/^Many people .* Try again in \d+ s\.$/) },
  ]);
  expect(first?.headers.get("retry-after")).toMatch(/^\d+$/);
  expect(first?.headers.get("set-cookie")).toBe(null);
  const crowd = await server.db.selectFrom("person").select("id").where("name", "=", "Crowd").execute();
  expect(crowd).toHaveLength(199);
  const renamed = await signIn(server.origin, ada.cookie);
  expect([renamed.status, renamed.body]).toEqual([201, { person: { id: ada.person.id, name: "Crowd" } }]);
  expect((await ada.ask("GET", "/api/session")).status).toBe(401);
});
