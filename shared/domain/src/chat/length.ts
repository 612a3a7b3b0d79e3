/** How long one message may be, in characters as people count them: an emoji of one code point is one. */
export const mostCharacters = 4_000;

export const charactersOf = (text: string): number => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

/** Whether it is more than one message holds. */
export const isTooLong = (text: string): boolean => text.length > mostCharacters && charactersOf(text) > mostCharacters;

/** What is wrong with a message that is too long, and what to do; the same words before it is sent and after. */
export function tooLong(text: string): string {
  const count = charactersOf(text);
  return `This message has ${figure(count)} characters and at most ${figure(mostCharacters)} fit: take out ${figure(count - mostCharacters)}, or send the rest as a second message.`;
}

/** The same of a message that would be too long only once its credentials are replaced by their names. */
export const tooLongRedacted = (text: string): string =>
  `The credentials in this message are replaced by their names before it is kept, and with these it has ${figure(charactersOf(text))} characters where at most ${figure(mostCharacters)} fit: take the credentials out, or send it as two messages.`;

const figure = (count: number): string => count.toLocaleString("en");
