import { expect, test } from "vitest";
import type { Step } from "./step.ts";
import { keyWords } from "./key-words.ts";
import { wordsOf } from "./words.ts";

const sentences: [Step, string][] = [
  [
    { insert: "urls", values: { code: { base62: 6, of: "23456789abcdef" } } },
    "Adds a row to urls with code = 6 random characters out of 23456789abcdef.",
  ],
  [
    { insert: "urls", values: { code: { base62: 7 }, url: "$body.url" }, onConflict: { code: { regenerate: 3 } } },
    "Adds a row to urls with code = 7 random characters, url = the body's url; a taken code is drawn again, up to 3 times.",
  ],
  [
    // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
    { if: { "$header.key": null }, then: [], else: [{ insert: "keys", values: { of: "$urls.id" } }] },
    "Unless the header's key is nothing: Adds a row to keys with of = the urls row's id.",
  ],
  [{ get: "urls", by: { code: "$path.code" } }, "Reads the row of urls whose code is the path's code, or answers 404."],
  [
    { get: "urls", by: { code: { anyCase: "$path.code" } } },
    "Reads the row of urls whose code is the path's code in upper or lower case, or answers 404.",
  ],
  [
    { list: "urls", order: ["id desc"], limit: "$query.limit" },
    "Lists rows of urls, ordered by id desc, at most the query's limit.",
  ],
  [
    { list: "urls", limit: 20, cursor: "$query.cursor" },
    "Lists rows of urls, from behind the query's cursor, at most 20.",
  ],
  [
    { get: "urls", by: { id: 1 }, cache: { in: "link_cache", ttl: "1m" } },
    "Reads the row of urls whose id is 1 through the link_cache, for 1m, or answers 404.",
  ],
  [
    {
      update: "seats",
      set: { status: "held" },
      where: { id: "$path.id", any: [{ status: "free" }, { until: { lt: "$now" } }] },
      else: 409,
    },
    'Sets status = "held" in the row of seats whose id is the path\'s id and (status is "free" or until is before the time now); answers 409 where there is none.',
  ],
  [{ delete: "urls", where: { code: { in: ["a", "b"] } } }, 'Deletes the rows of urls whose code is one of "a", "b".'],
  [
    { increment: "urls.visits", where: { code: "$path.code" } },
    "Adds 1 to urls.visits where code is the path's code, in one step.",
  ],
  [{ publish: "clicks" }, "Publishes to clicks; no such queue is drawn, so nothing follows."],
  [
    { publish: "clicks", to: "q", message: { code: "$path.code" } },
    "Publishes clicks to the queue q with code = the path's code; what follows happens later.",
  ],
  [
    { get: "urls", by: { code: "$path.code" }, cache: { key: "u:{code}", ttl: "300s", negative: "5s", in: "hot" } },
    "Reads the row of urls whose code is the path's code through the cache hot, for 300s, and for 5s that there is none, or answers 404.",
  ],
  [
    { get: "urls", by: { code: "$path.code" }, cache: { key: "u:{code}" } },
    "Reads the row of urls whose code is the path's code (not through a cache: none is used here, so `cache` has no effect), or answers 404.",
  ],
  [
    { insert: "keys", values: { response: { json: { code: "$urls.code", to: "$urls.url" } } } },
    "Adds a row to keys with response = a document of code, to.",
  ],
  [
    { get: "urls", by: { id: { decode62: "$path.code" } } },
    "Reads the row of urls whose id is the number that the path's code is in base62, or answers 404.",
  ],
  [
    { insert: "urls", values: { url: "$body.url" }, onConflict: { code: { overwrite: ["url", "title"] } } },
    "Adds a row to urls with url = the body's url; a taken code overwrites its row's url, title.",
  ],
  [{ return: { body: { code: { encode62: "$row.id" } } } }, "Answers with code = the row's id in base62."],
  [{ insert: "urls", values: { id: { snowflake: true } } }, "Adds a row to urls with id = a new Snowflake id."],
  [
    { insert: "orders", values: { no: { nextval: "order_no_seq" } } },
    "Adds a row to orders with no = the next number of order_no_seq.",
  ],
  [{ count: "seats", where: { event: "$path.event" } }, "Counts the rows of seats whose event is the path's event."],
  [
    {
      if: { $count: { gte: 5 } },
      // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary
      then: [{ return: { status: 429 } }],
      else: [{ insert: "calls", values: { who: "$user" } }],
    },
    "If the count is at least 5: Answers 429. Otherwise: Adds a row to calls with who = the caller.",
  ],
  [
    { forEach: "$body.seats", do: [{ insert: "seats", values: { no: "$item.no" } }] },
    "For each of the body's seats: Adds a row to seats with no = the item's no.",
  ],
  [
    { "cache.increment": "calls:{path.key}", ttl: "60s", in: "hot" },
    "Adds 1 to calls:{path.key} in the cache hot, which ends 60s after its first, in one step.",
  ],
  [
    { "cache.put": "seat:{path.no}", value: { uuid: true }, ttl: "2m", absent: true, in: "hot" },
    "Keeps a new UUID as seat:{path.no} in the cache hot for 2m, if nothing is kept there yet, in one step.",
  ],
  [
    { "cache.get": "seat:{path.no}", is: "$body.token", in: "hot" },
    "Reads seat:{path.no} from the cache hot, if it is the body's token.",
  ],
  [
    { "cache.delete": "seat:{path.no}", is: { json: { hold: "$body.hold", user: "$user" } }, in: "hot" },
    "Deletes seat:{path.no} from the cache hot, if its hold is the body's hold, user is the caller.",
  ],
  [
    { "cache.delete": "calls:{path.key}" },
    "Deletes calls:{path.key} from the cache; no cache is drawn, so this has no effect.",
  ],
  [{ "object.put": "f/{path.id}", body: "$body" }, "Keeps the body in the object store as f/{path.id}."],
  [{ redirect: "$row.url", status: 301 }, "Redirects to the row's url with 301."],
  [{ return: { status: 201, body: { code: "$row.code" } } }, "Answers 201 with code = the row's code."],
];

test.each(sentences)("%j is one sentence", (step, sentence) => {
  expect(wordsOf([step])).toEqual([sentence]);
});

test("steps that stand or fall together say so", () => {
  expect(wordsOf([{ transaction: [{ publish: "a" }, { publish: "b" }] }])[0]).toBe("All of this or nothing:");
  expect(wordsOf([{ transaction: [{ redirect: "$row.url" }] }])).toEqual(["Redirects to the row's url."]);
});

test("where a key is kept says what else is kept of the first send, and what another request is answered", () => {
  const kept = { header: "Idempotency-Key", column: "keys.key" };
  expect(keyWords(kept)).toBe(
    "Keeps Idempotency-Key in keys.key: the same key again answers the same row and adds nothing.",
  );
  expect(keyWords({ ...kept, answer: "response", hash: "hash" })).toBe(
    "Keeps Idempotency-Key in keys.key, and in response what was answered: the same key again is answered the same and adds nothing; with another request, told by hash, it answers 422.",
  );
});

test("what comes before an if that asks whether it was found answers nothing by itself", () => {
  const get = { get: "urls", by: { code: "$path.code" } };
  // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary
  const asked = { if: { found: false }, then: [{ return: { status: 410 } }] };
  expect(wordsOf([get, asked])).toEqual([
    "Reads the row of urls whose code is the path's code, if there is one.",
    "If there is none: Answers 410.",
  ]);
});
