import { ToGateway } from "@proofroom/domain/infrastructure/component-message";
import { fromSupervisor, tellSupervisor } from "../parent.ts";
import { createGateway } from "./server.ts";

fromSupervisor((message) => {
  const { settings } = ToGateway.parse(message);
  const server = createGateway(settings, (line) => process.stdout.write(`${line}\n`));
  server.listen(settings.port, "127.0.0.1", () => {
    const address = server.address();
    if (typeof address === "object" && address !== null) tellSupervisor({ type: "listening", port: address.port });
  });
});
