import { afterAll, describe } from "vitest";
import { testTarget } from "../target-contract.ts";
import { controlOf } from "./control.ts";
import { createLocalTarget } from "./local-target.ts";
import { deployElsewhere } from "./test-elsewhere.ts";
import { makeHome } from "./test-home.ts";

const { home, leftOf, leftAtAll, remove } = makeHome();
afterAll(remove);

describe("the local target", () => {
  testTarget({
    open: () => createLocalTarget({ home, host: "test" }),
    leftOf,
    leftAtAll,
    drive: ({ socketPath }) => controlOf(socketPath),
    deployElsewhere: (lease) => deployElsewhere(home, lease),
  });
});
