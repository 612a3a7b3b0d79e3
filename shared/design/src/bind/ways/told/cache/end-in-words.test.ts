import { expect, test } from "vitest";
import { endInWords } from "./end-in-words.ts";

const said = (design: string) =>
  endInWords({ beside: "", code: "", told: design, handler: "", toldOfAll: "", design, all: design });

test.each([
  ["A hold lasts two minutes. `SET hold:{seatId} {userId} NX`, nil means 409.", "`SET hold:{seatId} {userId} NX`"],
  [
    'Held for two minutes.\n\n```js\nconst ok = await redis.set(`hold:${id}`, token, "NX");\n```',
    'set(`hold:${id}`, token, "NX")',
  ],
  ["Held for two minutes.\n\n```python\nok = r.set(key, user, nx=True)\n```", "set(key, user, nx=True)"],
  ["Holds last two minutes.\n\n```java\nops.setIfAbsent(key, user);\n```", "setIfAbsent(key, user)"],
])("where a command puts a key there without an end, words about the hold end no key: %s", (design, command) => {
  expect(said(design)).toBe(command);
});

test.each([
  "A hold lasts two minutes. `SET hold:{seatId} {userId} NX EX 120`, nil means 409.",
  "A hold lasts two minutes. `SET hold:{seatId} {userId} NX …`, nil means 409.",
  "`SET hold:{seatId} {userId} NX`. The key expires after two minutes.",
  "`SET hold:{seatId} {userId} NX`, with a TTL of two minutes.",
  "A hold lasts two minutes.\n\n```python\nok = r.set(key, user, nx=True)\nr.expire(key, 120)\n```",
  "A hold lasts two minutes.\n\n```java\nops.setIfAbsent(key, user, Duration.ofMinutes(2));\n```",
  "A hold lasts two minutes. `SET seatmap:{eventId} {json}`",
])("what gives the key its end is found: %s", (design) => expect(said(design)).toBeNull());
