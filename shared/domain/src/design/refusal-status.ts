interface Declaring {
  responses: readonly { status: number }[];
}

const firstOf = (statuses: number[], { responses }: Declaring): number | undefined =>
  statuses.find((status) => responses.some((one) => one.status === status));

/** By what an endpoint refuses what is taken, or is in a state that does not allow it: as it declares, else 409. */
export const whenTaken = (endpoint: Declaring): number => firstOf([409, 423, 412, 422, 410], endpoint) ?? 409;

/** By what an endpoint refuses what has ended: Gone where it declares that, else as any conflict, else as what is not there. */
export const whenEnded = (endpoint: Declaring): number => firstOf([410, 409, 423, 412, 422, 404], endpoint) ?? 409;

/** By what an endpoint refuses a known key with another request: as it declares, else as the draft of the header's standard says. */
export const whenReused = (endpoint: Declaring): number => firstOf([422, 409, 400], endpoint) ?? 422;
