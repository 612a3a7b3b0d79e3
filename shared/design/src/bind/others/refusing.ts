import type { Endpoint } from "@proofroom/domain/design/model";
import { whenEnded } from "@proofroom/domain/design/refusal-status";
import type { Where } from "@proofroom/domain/design/step";

/** By what a row is refused that is not as it is asked for: as the endpoint declares it, where it declares but one refusal. */
export function refusing(where: Where, endpoint: Endpoint): { else?: number } {
  if (JSON.stringify(where).includes('"$now"')) return { else: whenEnded(endpoint) };
  const declared = endpoint.responses.map(({ status }) => status).filter((status) => refusals.has(status));
  const [only, ...others] = declared;
  return only === undefined || others.length > 0 ? {} : { else: only };
}

const refusals = new Set([404, 409, 410, 412, 422, 423]);
