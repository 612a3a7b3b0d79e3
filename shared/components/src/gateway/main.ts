import { GatewaySettings } from "@proofroom/domain/infrastructure/component-message";
import { createHopBook } from "../hop-book.ts";
import { listen, runComponent } from "../parent.ts";
import { createSay } from "../say.ts";
import { createGateway } from "./server.ts";

runComponent(GatewaySettings, async (settings, { component, port }) => {
  const log = createSay();
  const hops = createHopBook();
  const { server, counters } = createGateway({ ...settings, component }, log, (hop) => hops.keep(hop));
  return {
    port: await listen(server, port === 0 ? settings.sharedPort : port, settings.isOneOfSeveral),
    counters,
    async trace(requests) {
      await log.flush();
      return hops.of(requests);
    },
  };
});
