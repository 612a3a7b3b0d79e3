import { ToGateway } from "@proofroom/domain/infrastructure/component-message";
import { fromSupervisor, tellSupervisor } from "../parent.ts";
import { createSay } from "../say.ts";
import { createGateway } from "./server.ts";

fromSupervisor((message) => {
  const { settings } = ToGateway.parse(message);
  const server = createGateway(settings, createSay());
  server.listen(settings.port, "127.0.0.1", () => {
    const address = server.address();
    if (typeof address === "object" && address !== null) tellSupervisor({ type: "listening", port: address.port });
  });
});
