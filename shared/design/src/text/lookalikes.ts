const cyrillic = "АВЕКМНОРСТХУІЅЈаеорсхуіѕј";
const greek = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";
const latin = "ABEKMHOPCTXYISJaeopcxyisjABEZHIKMNOPTYXo";

const plain = new Map(Array.from(`${cyrillic}${greek}`, (letter, n) => [letter, latin[n] ?? letter]));

/** Letters of another alphabet that look like Latin ones, as the Latin ones. */
export const withoutLookalikes = (word: string): string =>
  Array.from(word, (letter) => plain.get(letter) ?? letter).join("");
