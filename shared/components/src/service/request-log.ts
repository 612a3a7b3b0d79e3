const wholeLines = 20;
const windowMillis = 1_000;

interface RequestLog extends Disposable {
  answered(status: number, line: string): void;
}

/**
 * A line a request while people can still read it. Beyond 20 in a second the rest is counted, and told in one line when
 * the second is over: a log that nobody can follow would cost the design the very processor that it is tested on. What
 * failed on this side is always told.
 */
export function createRequestLog(log: (line: string) => void): RequestLog {
  let told = 0;
  let withheld = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const close = (): void => {
    timer = undefined;
    if (withheld > 0)
      log(`and ${withheld} more ${withheld === 1 ? "request" : "requests"} in the same second, none a 5xx`);
    told = 0;
    withheld = 0;
  };

  return {
    answered(status, line) {
      timer ??= setTimeout(close, windowMillis).unref();
      if (status < 500 && told >= wholeLines) {
        withheld += 1;
        return;
      }
      told += 1;
      log(line);
    },
    [Symbol.dispose]() {
      clearTimeout(timer);
      close();
    },
  };
}
