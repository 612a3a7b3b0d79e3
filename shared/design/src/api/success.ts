import type { Endpoint } from "@proofroom/domain/design/model";

type Answer = Endpoint["responses"][number];

/**
 * The answer of success that an endpoint declares, the lowest 2xx; a redirect is none. Beside a 201 that shows what was made,
 * a 200 is what the same request gets when it is sent again.
 */
export function successIn(responses: readonly Answer[]): Answer | undefined {
  const good = responses.filter(({ status }) => status >= 200 && status < 300);
  return good.find(({ status, schema }) => status === 201 && schema !== undefined) ?? good[0];
}
