import type { Column } from "@proofroom/domain/design/model";

/** The text that a column's default is, as it stands in a row: of `'it''s new'::text` what is between the quotes; undefined of any other. */
export const literalDefault = (column: Pick<Column, "default"> | undefined): string | undefined =>
  /^'((?:[^']|'')*)'/.exec(column?.default ?? "")?.[1]?.replaceAll("''", "'");
