import { CdnSettings } from "@proofroom/domain/infrastructure/component-message";
import { listen, runComponent } from "../parent.ts";
import { createSay } from "../say.ts";
import { createCdn } from "./server.ts";

runComponent(CdnSettings, async (settings, { component, port, now }) => {
  const log = createSay();
  const { server, counters } = createCdn({ ...settings, component, now: () => now().getTime() }, log);
  return {
    port: await listen(server, port),
    counters,
    async trace() {
      await log.flush();
      return [];
    },
  };
});
