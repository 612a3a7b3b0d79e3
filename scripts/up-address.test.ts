import { once } from "node:events";
import { createServer } from "node:net";
import { obstacleAt } from "@proofroom/process/free-port";
import { expect, test } from "vitest";
import { whyNoAddress } from "./up-address.ts";

const why = async (port: number, host: string): Promise<string | null> => {
  const obstacle = await obstacleAt(port, host);
  return obstacle === null ? null : whyNoAddress(obstacle, port, host);
};

test("a port that is taken, and a host that is not this machine's, are told apart", async () => {
  await using other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  expect(await why(port, "127.0.0.1")).toBe(
    `Port ${port} on 127.0.0.1 is taken. End what listens there, or set PORT to another one.`,
  );
  expect(await why(port, "192.0.2.1")).toContain("HOST is 192.0.2.1, which is no address of this machine.");
  expect(await why(port, "no.such.host.invalid")).toContain("HOST is no.such.host.invalid, and no such name");
});

test("a port kept for the system names a higher one", () => {
  expect(whyNoAddress("EACCES", 80, "127.0.0.1")).toMatch(/^Port 80 may not be used .* Set PORT to a higher one/);
});
