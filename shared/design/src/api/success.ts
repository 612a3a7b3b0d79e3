import type { Endpoint } from "@proofroom/domain/design/model";

type Answer = Endpoint["responses"][number];

/** The answer of success that an endpoint declares, the lowest 2xx; a redirect is none. */
export const successIn = (responses: readonly Answer[]): Answer | undefined =>
  responses.find(({ status }) => status >= 200 && status < 300);
