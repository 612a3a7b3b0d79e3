/** Lines in a second: of requests that a test follows, as many as no test that looks at single answers sends. */
const most = { lines: 20, followed: 1_000 };
const windowMillis = 1_000;

interface RequestLog extends Disposable {
  answered(status: number, line: string, isFollowed: boolean): void;
}

/**
 * A line a request while people can still read it. Beyond 20 in a second the rest is counted, and told in one line when
 * the second is over: a log that nobody can follow would cost the design the very processor that it is tested on. What
 * failed on this side is always told, and of a request that a test follows its line is looked for by its id when the test fails.
 */
export function createRequestLog(log: (line: string) => void): RequestLog {
  const told = { lines: 0, followed: 0 };
  let withheld = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const close = (): void => {
    timer = undefined;
    if (withheld > 0)
      log(`and ${withheld} more ${withheld === 1 ? "request" : "requests"} in the same second, none a 5xx`);
    told.lines = 0;
    told.followed = 0;
    withheld = 0;
  };

  return {
    answered(status, line, isFollowed) {
      const kind = isFollowed ? "followed" : "lines";
      timer ??= setTimeout(close, windowMillis).unref();
      if (status < 500 && told[kind] >= most[kind]) {
        withheld += 1;
        return;
      }
      told[kind] += 1;
      log(line);
    },
    [Symbol.dispose]() {
      clearTimeout(timer);
      close();
    },
  };
}
