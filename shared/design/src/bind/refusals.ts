import type { Endpoint } from "@proofroom/domain/design/model";

/** By what an endpoint refuses the same key with another request: as it declares, else as the draft of the header's standard says. */
export const whenReused = ({ responses }: Endpoint): number =>
  [422, 409, 400].find((status) => responses.some((one) => one.status === status)) ?? 422;

/** By what an endpoint refuses what is there already, as it declares. */
export const whenTaken = ({ responses }: Endpoint): number =>
  [409, 422].find((status) => responses.some((one) => one.status === status)) ?? 409;
