import type { Value } from "@proofroom/domain/design/step";

/** Where the last row of a log is found once a list has read it alone. */
export const last = "$rows.0";

/** The number of the row that comes behind that one. */
export const nextNumber = (column: string): Value => ({ add: [{ coalesce: [`${last}.${column}`, 0] }, 1] });
