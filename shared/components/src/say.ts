const millis = 20;

export interface Say {
  (line: string): void;
  /** Resolves once all that was said is out. */
  flush(): Promise<void>;
}

/**
 * Writes lines to standard output a few at a time: a component says one for each request, and a system call for each would
 * cost more than much of the request itself. A kill takes the last ones along.
 */
export function createSay(): Say {
  let waiting: string[] = [];
  const write = (written?: () => void): void => {
    const text = waiting.map((line) => `${line}\n`).join("");
    waiting = [];
    process.stdout.write(text, () => written?.());
  };
  const say = (line: string): void => {
    waiting.push(line);
    if (waiting.length === 1) setTimeout(() => write(), millis);
  };
  return Object.assign(say, { flush: () => new Promise<void>((resolve) => write(resolve)) });
}

/** Says each line once only, however often it is true. */
export function sayingOnce(say: (line: string) => void): (line: string) => void {
  const said = new Set<string>();
  return (line) => {
    if (said.has(line)) return;
    said.add(line);
    say(line);
  };
}
