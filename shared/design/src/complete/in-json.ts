/** A flow of YAML that has only plain words and quoted texts, as JSON. */
export const inJson = (flow: string): string =>
  flow.replaceAll(/"[^"]*"|[\w$.-]+/g, (word) =>
    word.startsWith('"') || /^(?:\d+|true|false)$/.test(word) ? word : `"${word}"`,
  );
