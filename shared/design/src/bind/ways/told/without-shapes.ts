/** What is written beside an endpoint, without what it lists of what is sent and answered: `-> 201 {holdToken, heldUntil}`, `responses: …`. */
export const withoutShapes = (beside: string): string =>
  (beside.split(shapes)[0] ?? "").replaceAll(/\{[^{}]{0,300}\}/g, " ");

const shapes = /\b(?:responses|requestBody)["']?\s?:/;
