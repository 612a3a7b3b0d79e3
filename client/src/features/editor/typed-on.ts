/** Whether a text is one of before with something typed at a place, so that what was found at the place still holds. */
export const isTypedOn = (before: { text: string; offset: number }, now: string): boolean =>
  now.length >= before.text.length &&
  now.startsWith(before.text.slice(0, before.offset)) &&
  now.endsWith(before.text.slice(before.offset));
