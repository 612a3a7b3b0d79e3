import { expect, test } from "vitest";
import { networkOfAddress } from "./network.ts";

test("one subscriber's addresses are one network, another's are not", () => {
  expect(networkOfAddress("192.0.2.7")).toBe("192.0.2.7");
  expect(networkOfAddress("::ffff:192.0.2.7")).toBe("192.0.2.7");
  expect(networkOfAddress("::ffff:192.0.2.8")).not.toBe(networkOfAddress("::ffff:192.0.2.7"));
  expect(networkOfAddress("2001:db8:1:2:a:b:c:d")).toBe("2001:db8:1:2");
  expect(networkOfAddress("2001:db8:1:2::d")).toBe("2001:db8:1:2");
  expect(networkOfAddress("2001:db8::1")).toBe("2001:db8:0:0");
  expect(networkOfAddress("::1")).toBe("0:0:0:0");
  expect(networkOfAddress("")).toBe("");
});
