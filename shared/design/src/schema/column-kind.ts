import type { Column } from "@proofroom/domain/design/model";

/** Whether a column holds text, of whatever length. */
export const isTextColumn = ({ type }: Column): boolean => /^(?:text|varchar|char|citext)/.test(type);

/** Whether a column can hold a key, told from any other letter by letter: a text, though not `citext`, or a UUID. */
export const holdsKey = ({ type }: Column): boolean => /^(?:text|varchar|char|uuid)/.test(type);

/** Whether a column holds whole numbers of any size. */
export const isWholeNumber = ({ type }: Column): boolean => /^(?:smallint|integer|bigint)/.test(type);
