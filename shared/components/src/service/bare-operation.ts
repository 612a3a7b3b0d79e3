import type { Operation } from "@proofroom/domain/design/model";

/** An endpoint of which nothing is known but its steps: a worker does what it is given in this form. */
export const bareOperation = (
  method: Operation["method"],
  path: string,
  steps: Operation["steps"],
  change: Partial<Operation> = {},
): Operation => ({
  opId: `${method} ${path}`,
  method,
  path,
  line: 1,
  bodyRequired: false,
  parameters: [],
  responses: [],
  steps,
  words: [],
  inputs: {},
  outputs: {},
  confidence: 1,
  ...change,
});
