import { createCommands } from "../cache/commands.ts";
import { createStore } from "../cache/store.ts";
import { createCache } from "./cache.ts";

/** For tests: a cache called `hot` with its commands and without its socket, on a clock that the test moves. */
export function startCache() {
  let millis = 1_000_000;
  let isUp = true;
  const now = () => millis;
  const run = createCommands(createStore({ bytes: 1_000_000, now }), now);
  const cache = createCache({ send: async (command) => (isUp ? { reply: run([...command]) } : null) }, "hot");
  return {
    caches: new Map([["hot", cache]]),
    counts: cache.counts,
    pass: (by: number) => (millis += by),
    die: () => (isUp = false),
  };
}
