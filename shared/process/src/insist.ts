/**
 * A line of shell that waits up to `seconds` for process `pid` to end, and kills it then. It ends within a second of the
 * process, so that the number, perhaps given away again, is left alone.
 */
export const insist = (pid: number, seconds: number): string =>
  `n=${seconds}; while [ $n -gt 0 ]; do sleep 1; kill -0 ${pid} 2>/dev/null || exit 0; n=$((n-1)); done; kill -KILL ${pid} 2>/dev/null`;
