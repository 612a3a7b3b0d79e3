import { PersonName } from "@proofroom/domain/room/name";
import { Hono } from "hono";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { After, input } from "./input.ts";

const app = new Hono()
  .post("/", input("json", z.object({ name: PersonName })), (c) => c.body(null, 204))
  .get("/", input("query", After), (c) => c.body(null, 204));

async function messageOf(method: string, path: string, body?: object): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const answer = await app.request(path, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(answer.status).toBe(400);
  return z.object({ error: z.literal("invalid"), message: z.string() }).parse(await answer.json()).message;
}

test("a sentence for people is said as it is", async () => {
  expect(await messageOf("POST", "/", { name: "\u200B" })).toBe("Tell a name that can be seen.");
  expect(await messageOf("POST", "/", { name: "x".repeat(41) })).toBe("Tell a name of at most 40 characters.");
});

test("whatever only a program can have done wrong names the field", async () => {
  expect(await messageOf("POST", "/", {})).toMatch(/^name: /);
  expect(await messageOf("POST", "/", { name: 7 })).toMatch(/^name: /);
  expect(await messageOf("GET", "/?after=x")).toMatch(/^after: Must be the number/);
});
