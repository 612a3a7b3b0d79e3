import { GatewaySettings } from "@proofroom/domain/infrastructure/component-message";
import { listen, runComponent } from "../parent.ts";
import { createSay } from "../say.ts";
import { createGateway } from "./server.ts";

runComponent(GatewaySettings, async (settings, { component, port }) => {
  const { server, counters } = createGateway({ ...settings, component }, createSay());
  return { port: await listen(server, port), counters };
});
