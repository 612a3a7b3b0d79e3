import { ObjectStoreSettings } from "@proofroom/domain/infrastructure/component-message";
import { listen, runComponent } from "../parent.ts";
import { createSay } from "../say.ts";
import { createObjectServer } from "./server.ts";

runComponent(ObjectStoreSettings, async (settings, { component, port }) => {
  const { server, counters } = createObjectServer({ ...settings, component }, createSay());
  return { port: await listen(server, port), counters };
});
