import { CdnSettings } from "@proofroom/domain/infrastructure/component-message";
import { createHopBook } from "../hop-book.ts";
import { listen, runComponent } from "../parent.ts";
import { createSay } from "../say.ts";
import { createCdn } from "./server.ts";

runComponent(CdnSettings, async (settings, { component, port, now }) => {
  const log = createSay();
  const hops = createHopBook();
  const options = { ...settings, component, now: () => now().getTime() };
  const { server, counters } = createCdn(options, log, (hop) => hops.keep(hop));
  return {
    port: await listen(server, port),
    counters,
    async trace(requests) {
      await log.flush();
      return hops.of(requests);
    },
  };
});
