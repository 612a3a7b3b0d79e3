/** Numbers as words, in the languages in which designs are written here. */
export const numerals: Record<string, number> = Object.fromEntries(
  [
    "one two three four five six seven eight nine ten",
    "eins zwei drei vier fünf sechs sieben acht neun zehn",
    "uno dos tres cuatro cinco seis siete ocho nueve diez",
    "un deux trois quatre cinq six sept huit neuf dix",
    "um dois três quatro cinco seis sete oito nove dez",
    "uno due tre quattro cinque sei sette otto nove dieci",
    "een twee drie vier vijf zes zeven acht negen tien",
  ]
    .flatMap((list) => list.split(" ").map((word, n): [string, number] => [word, n + 1]))
    .concat([
      ["fifteen", 15],
      ["twenty", 20],
      ["thirty", 30],
    ]),
);
