import { CacheSettings } from "@proofroom/domain/infrastructure/component-message";
import { listen, runComponent } from "../parent.ts";
import { createCacheServer } from "./server.ts";
import { createStore } from "./store.ts";

runComponent(CacheSettings, async ({ bytes }, { port, now }) => {
  const millis = () => now().getTime();
  const store = createStore({ bytes, now: millis });
  return {
    port: await listen(createCacheServer(store, millis), port),
    counters: () => ({ ...store.counts, ...store.size() }),
  };
});
