import { expect, test } from "vitest";
import { type FakeMessages, startFakeMessages } from "./server.ts";

const good = {
  model: "claude-sonnet-5-5",
  max_tokens: 2_000,
  thinking: { type: "between_tools" },
  output_config: { effort: "low" },
  messages: [{ role: "user", content: "Hello" }],
};

const ask = async (
  fake: FakeMessages,
  body: unknown,
  { headers = {}, path = "/v1/messages" }: { headers?: Record<string, string>; path?: string } = {},
) => {
  const answer = await fetch(`${fake.url}${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${fake.key}`,
      "anthropic-version": "2026-10-21",
      ...headers,
    },
    body: JSON.stringify(body),
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};

const tool = {
  name: "look",
  strict: true,
  input_schema: {
    type: "object",
    properties: { line: { type: "integer" } },
    required: ["line"],
    additionalProperties: false,
  },
};
const call = { type: "tool_use", id: "toolu_1", name: "look", input: { line: 1 } };
const result = { type: "tool_result", tool_use_id: "toolu_1", content: "one" };
const user = (...content: object[]) => ({ role: "user", content });
const assistant = (...content: object[]) => ({ role: "assistant", content });
const text = (words: string) => ({ type: "text", text: words });
const cached = (ttl: string) => ({ ...text("x"), cache_control: { type: "ephemeral", ttl } });

const old = { model: "claude-sonnet-5", max_tokens: 2_000, messages: good.messages };
const withSchema = (schema: object) => ({ ...good, output_config: { format: { type: "json_schema", schema } } });

const refused: Record<string, object> = {
  "no max_tokens": { ...good, max_tokens: undefined },
  "a field that nobody knows": { ...good, frequency_penalty: 1 },
  "a field that nobody knows, deep inside": { ...good, messages: [user({ ...text("a"), mood: "good" })] },
  temperature: { ...good, temperature: 0.2 },
  top_p: { ...good, top_p: 0.9 },
  top_k: { ...good, top_k: 5 },
  "a forced tool": { ...good, tools: [tool], tool_choice: { type: "tool", name: "look" } },
  "any tool forced": { ...good, tools: [tool], tool_choice: { type: "any" } },
  prefill: { ...good, messages: [...good.messages, { role: "assistant", content: "The answer is" }] },
  "a budget for thinking": { ...good, thinking: { type: "enabled", budget_tokens: 1_024 } },
  "thinking disabled": { ...good, thinking: { type: "disabled" } },
  "between_tools on a model that always thinks": { ...good, model: "claude-opus-5-5" },
  "between_tools at the highest effort": { ...good, output_config: { effort: "max" } },
  "an assistant who speaks first": { ...good, messages: [{ role: "assistant", content: "Hi" }, ...good.messages] },
  "a system message among the messages": { ...good, messages: [{ role: "system", content: "Hi" }, ...good.messages] },
  "an empty text": { ...good, messages: [user(text(""))] },
  "a text of blanks": { ...good, messages: [user(text(" \n"))] },
  "an effort on a model that knows none": { ...good, model: "claude-haiku-4-5", thinking: undefined },
  "no messages": { ...good, messages: [] },
  "a call without a result": {
    ...good,
    tools: [tool],
    messages: [...good.messages, assistant(call), user(text("so?"))],
  },
  "a result without a call": { ...good, tools: [tool], messages: [user(result)] },
  "a result after other words": {
    ...good,
    tools: [tool],
    messages: [...good.messages, assistant(call), user(text("first"), result)],
  },
  "two results of one call": {
    ...good,
    tools: [tool],
    messages: [...good.messages, assistant(call), user(result, result)],
  },
  "a call by the user": { ...good, tools: [tool], messages: [user(call)] },
  "a call where there are no tools": { ...good, messages: [...good.messages, assistant(call), user(result)] },
  "two tools of one name": { ...good, tools: [tool, tool] },
  "a strict tool with an open schema": { ...good, tools: [{ ...tool, input_schema: { type: "object" } }] },
  "a schema with a maximum": {
    ...good,
    output_config: { format: { type: "json_schema", schema: { type: "integer", maximum: 4 } } },
  },
  "a choice of a tool that is not there": {
    ...old,
    tools: [tool],
    tool_choice: { type: "tool", name: "listen" },
  },
  "a choice of tools where there are none": { ...good, tool_choice: { type: "auto" } },
  "too small a budget for thinking": { ...old, thinking: { type: "enabled", budget_tokens: 100 } },
  "a schema that holds itself": withSchema({
    $ref: "#/$defs/tree",
    $defs: {
      tree: {
        type: "object",
        additionalProperties: false,
        properties: { inner: { $ref: "#/$defs/tree" } },
      },
    },
  }),
  "a schema that lies elsewhere": withSchema({ $ref: "https://example.org/schema.json" }),
  "a format that nobody knows": withSchema({ type: "string", format: "colour" }),
  "a pattern that looks ahead": withSchema({ type: "string", pattern: "^(?=a)" }),
  "an enum of lists": withSchema({ enum: [["a"], ["b"]] }),
  "five breakpoints of the cache": { ...good, messages: [user(...Array.from({ length: 5 }, () => cached("5m")))] },
  "an hour in the cache after five minutes": { ...good, system: [cached("5m"), cached("1h")] },
};

test.each(Object.entries(refused))("%s is a 400 in the API's own shape", async (_, body) => {
  await using fake = await startFakeMessages();
  const answer = await ask(fake, body);
  expect(answer.status, answer.text).toBe(400);
  expect(JSON.parse(answer.text)).toEqual({
    type: "error",
    error: { type: "invalid_request_error", message: expect.any(String) },
    request_id: answer.headers.get("request-id"),
  });
  expect(fake.requests).toMatchObject([{ taken: null, refused: expect.any(String) }]);
});

test("a key that is missing, wrong or sent the old way is a 401; another version of the API a 400", async () => {
  await using fake = await startFakeMessages();
  const old = await fetch(`${fake.url}/v1/messages`, {
    method: "POST",
    headers: { "x-api-key": fake.key },
    body: "{}",
  });
  expect(old.status).toBe(401);
  expect((await ask(fake, good, { headers: { authorization: "Bearer other" } })).status).toBe(401);
  expect((await ask(fake, good, { headers: { "anthropic-version": "2023-06-01" } })).status).toBe(400);
});

test("an unknown model and an unknown path are a 404", async () => {
  await using fake = await startFakeMessages();
  expect((await ask(fake, { ...good, model: "claude-opus-9" })).status).toBe(404);
  expect((await ask(fake, good, { path: "/v1/complete" })).status).toBe(404);
});

test("an older model takes what the newest refuse", async () => {
  await using fake = await startFakeMessages();
  const oldest = { model: "claude-haiku-4-5", max_tokens: 100, temperature: 0, messages: good.messages };
  expect((await ask(fake, oldest)).status).toBe(200);
  const forced = { ...old, tools: [tool], tool_choice: { type: "tool", name: "look" } };
  expect((await ask(fake, forced)).status).toBe(200);
  const prefill = [...good.messages, { role: "assistant", content: "It" }];
  expect((await ask(fake, { ...oldest, messages: prefill, thinking: { type: "disabled" } })).status).toBe(200);
});

test("a thinking block is taken back unchanged within its conversation, and nowhere else", async () => {
  await using fake = await startFakeMessages();
  fake.usually({ do: "call", name: "look", input: { line: 1 }, thinking: "Let me look." });
  const begun = { ...good, tools: [tool] };
  const first: { content: object[] } = JSON.parse((await ask(fake, begun)).text);
  const used = first.content.find((block): block is { id: string } => "id" in block);
  const next = [...begun.messages, assistant(...first.content), user({ ...result, tool_use_id: used?.id })];
  expect((await ask(fake, { ...begun, messages: next })).status).toBe(200);

  const [, ...rest] = next;
  const changed = [{ role: "user", content: "Hello again" }, ...rest];
  expect((await ask(fake, { ...begun, messages: changed })).text).toMatch(/cannot be modified/);
  expect((await ask(fake, { ...begun, system: "Another rule", messages: next })).status).toBe(400);
  expect((await ask(fake, { ...begun, model: "claude-sonnet-5", thinking: undefined, messages: next })).status).toBe(
    400,
  );
  for (const block of [
    { ...first.content[0], thinking: "Another thought." },
    { type: "redacted_thinking", data: "x" },
  ]) {
    const [hello, , answered] = next;
    const forged = [hello, assistant(block, ...first.content.slice(1)), answered];
    expect((await ask(fake, { ...begun, messages: forged })).text).toMatch(/cannot be modified/);
  }
});

test("a stream is told byte for byte in the API's format", async () => {
  await using fake = await startFakeMessages();
  fake.play({ do: "call", name: "look", input: { line: 14 }, say: "Über das?", thinking: "Hm." });
  const { text: told, headers } = await ask(fake, { ...good, tools: [tool], stream: true });
  expect(headers.get("content-type")).toMatch(/^text\/event-stream/);
  const frames = told.split("\n\n").slice(0, -1);
  for (const frame of frames) {
    const [, type, data] = /^event: (\w+)\ndata: (.+)$/.exec(frame) ?? [];
    expect(JSON.parse(data ?? "")).toMatchObject({ type });
  }
  expect(
    frames.map((frame) => /"type":"(\w+)"/.exec(frame)?.[1]).filter((type) => type !== "content_block_delta"),
  ).toEqual([
    "message_start",
    "ping",
    ...["thinking", "text", "tool_use"].flatMap(() => ["content_block_start", "content_block_stop"]),
    "message_delta",
    "message_stop",
  ]);
  expect(told).toContain('"delta":{"type":"input_json_delta","partial_json":""}');
  expect(told).toContain('"stop_reason":"tool_use","stop_sequence":null,"stop_details":null,"container":null');
});

test("what was marked is read from the cache the second time, up to the last mark that is unchanged", async () => {
  await using fake = await startFakeMessages();
  const system = [cached("1h"), cached("5m")];
  const usage = async (content: string) => {
    const answer: { usage: Record<string, number> } = JSON.parse(
      (await ask(fake, { ...good, system, messages: [{ role: "user", content }] })).text,
    );
    return answer.usage;
  };
  expect(await usage("one")).toMatchObject({
    cache_read_input_tokens: 0,
    cache_creation_input_tokens: expect.any(Number),
  });
  const second = await usage("two");
  expect(second["cache_read_input_tokens"]).toBeGreaterThan(0);
  expect(second["cache_creation_input_tokens"]).toBe(0);
});

test("the answer to a schema follows it, tells about each item, and quotes what stands where it says", async () => {
  await using fake = await startFakeMessages();
  const object = (properties: object) => {
    return { type: "object", additionalProperties: false, required: Object.keys(properties), properties };
  };
  const list = (items: object) => ({ type: "array", items });
  const place = {
    from: { type: "string", enum: ["schema", "chat"] },
    at: { type: "integer" },
    quote: { type: "string" },
  };
  const schema = object({
    evidence: list(object({ item: { type: "string", enum: ["data-1", "data-2"] }, ...place })),
    steering: list(object(place)),
    level: { anyOf: [1, 3].map((level) => ({ const: level })) },
    sure: { type: "boolean" },
  });
  const content =
    '<untrusted doc="schema" nonce="1">\n12| code varchar(5) unique\n13| );\n</untrusted>\n<untrusted doc="chat" nonce="1">\n[7] candidate: five letters\n</untrusted>';
  const messages = [{ role: "user", content }];
  const answer = await ask(fake, { ...good, messages, output_config: { format: { type: "json_schema", schema } } });
  const message: { content: { text: string }[] } = JSON.parse(answer.text);
  expect(JSON.parse(message.content[0]?.text ?? "")).toEqual({
    evidence: [
      { item: "data-1", from: "schema", at: 12, quote: "code varchar(5) unique" },
      { item: "data-2", from: "chat", at: 7, quote: "five letters" },
    ],
    steering: [],
    level: 3,
    sure: false,
  });
});

test.each([true, false])("an answer longer than max_tokens is cut there and says so (streamed: %s)", async (stream) => {
  await using fake = await startFakeMessages();
  const said = "Grüße, what does this index cost? ".repeat(20);
  const asked = async (max_tokens: number) => (await ask(fake, { ...good, max_tokens, stream })).text;
  const textOf = (told: string): string =>
    [...told.matchAll(/"text":("(?:[^"\\]|\\.)*")/g)].map(([, one = '""']): unknown => JSON.parse(one)).join("");
  fake.usually({ do: "say", text: said });
  expect(textOf(await asked(2_000))).toBe(said);
  const told = await asked(60);
  expect(told).toContain('"stop_reason":"max_tokens"');
  expect(said.startsWith(textOf(told))).toBe(true);
  expect(textOf(told).length).toBeGreaterThan(100);
  expect(textOf(told).length).toBeLessThan(60 * 4);
  const counted = [...told.matchAll(/"output_tokens":(\d+)/g)].at(-1)?.[1];
  expect(Number(counted)).toBeGreaterThan(55);
  expect(Number(counted)).toBeLessThanOrEqual(60);

  fake.usually({ do: "call", name: "look", input: { line: 1 }, thinking: "hm ".repeat(400) });
  const thought = await asked(100);
  expect(thought).toContain('"stop_reason":"max_tokens"');
  expect(thought).not.toContain('"type":"tool_use"');
});

test("tokens are counted", async () => {
  await using fake = await startFakeMessages();
  const { model, messages } = good;
  const counted = await ask(fake, { model, messages }, { path: "/v1/messages/count_tokens" });
  expect(JSON.parse(counted.text)).toEqual({ input_tokens: expect.any(Number) });
});
