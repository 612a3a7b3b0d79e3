const millis = 20;

/**
 * Writes lines to standard output a few at a time: a component says one for each request, and a system call for each would
 * cost more than much of the request itself. A kill takes the last ones along.
 */
export function createSay(): (line: string) => void {
  let waiting: string[] = [];
  return (line) => {
    waiting.push(line);
    if (waiting.length > 1) return;
    setTimeout(() => {
      process.stdout.write(`${waiting.join("\n")}\n`);
      waiting = [];
    }, millis);
  };
}
