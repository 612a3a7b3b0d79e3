import type { Endpoint, Operation } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";

/** What an endpoint that serves a writing capability does, as far as its own documents decide. */
export interface Serving {
  endpoint: Endpoint;
  inputs: Operation["inputs"];
  steps: Step[];
}
