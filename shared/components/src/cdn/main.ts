import { CdnSettings } from "@proofroom/domain/infrastructure/component-message";
import { listen, runComponent } from "../parent.ts";
import { createSay } from "../say.ts";
import { createCdn } from "./server.ts";

runComponent(CdnSettings, async (settings, { component, port, now }) => {
  const { server, counters } = createCdn({ ...settings, component, now: () => now().getTime() }, createSay());
  return { port: await listen(server, port), counters };
});
