/** More than the names of a problem and of a design together, else each would be forgotten before it is asked for again. */
const ofNames = { most: 20_000, longest: 200 };

/** More sentences than a design has. */
export const ofSentences = { most: 5_000, longest: 2_000 };

/** The sections and documents of one reading: kept in pieces they take many times their length, and are read anew at each edit. */
export const ofSections = { most: 60, longest: 400_000 };

/** What is told of each endpoint, and whole documents. */
export const ofTexts = { most: 200, longest: 400_000 };

/** Every endpoint is weighed for every capability, so that a design's few names are asked for thousands of times. */
export function remembered<T>(read: (text: string) => T, { most, longest } = ofNames): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > longest) return read(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    const found = read(text);
    known.set(text, found);
    return found;
  };
}

/** The same for what is read of an object, kept as long as that is. */
export function rememberedOf<K extends object, T>(read: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, { found: T }>();
  return (of) => {
    const before = known.get(of);
    if (before !== undefined) return before.found;
    const found = read(of);
    known.set(of, { found });
    return found;
  };
}
