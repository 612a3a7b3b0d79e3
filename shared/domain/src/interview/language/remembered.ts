const longest = 4_000;

/**
 * A pure function of a text that remembers its answers, some thousands of them: between two keystrokes nearly all sentences
 * of a design stay what they were.
 * Texts longer than a page are worked out anew, so that what is kept has a bound.
 */
export function remembered<T extends object | string | boolean>(
  of: (text: string) => T,
  most = 8_000,
): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    if (text.length > longest) return of(text);
    const known = answers.get(text);
    if (known !== undefined) return known;
    if (answers.size >= most) answers.clear();
    const answer = of(text);
    answers.set(text, answer);
    return answer;
  };
}
