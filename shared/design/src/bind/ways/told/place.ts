/** Where a statement stands, seen from its endpoint. */
export type Place = "beside it" | "in the function that it calls" | "about it in the design document";

export const placeOf = (isBeside: boolean): Place => (isBeside ? "beside it" : "about it in the design document");
