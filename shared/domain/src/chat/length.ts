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

/** The first characters, as many as one message holds. */
export const cutToFit = (text: string): string =>
  isTooLong(text) ? Array.from(text).slice(0, mostCharacters).join("") : text;

const figure = (count: number): string => count.toLocaleString("en");
