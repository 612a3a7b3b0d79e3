import { afterAll, describe } from "vitest";
import { testTarget } from "../target-contract.ts";
import { createLocalTarget } from "./local-target.ts";
import { makeHome } from "./test-home.ts";

const { home, leftOf, remove } = makeHome();
afterAll(remove);

describe("the local target", () => {
  testTarget({ open: () => createLocalTarget({ home, host: "test" }), leftOf });
});
