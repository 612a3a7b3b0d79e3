import type { Reply } from "./resp.ts";
import type { Store } from "./store.ts";

const ok: Reply = { simple: "OK" };
const failed = (error: string): Reply => ({ error });
const notAnInteger = failed("ERR value is not an integer or out of range");
const syntaxError = failed("ERR syntax error");

type Command = { least: number; most?: number; run: (args: string[]) => Reply };

/** Carries out one command; what is wrong with it is said in the words of Redis. */
export function createCommands(store: Store, now: () => number): (parts: string[]) => Reply {
  /** Keeps the end that the key has. */
  function add(key: string, by: number): Reply {
    const until = store.untilOf(key);
    const held = until === undefined ? 0 : integer(store.get(key) ?? "");
    if (held === null || !Number.isSafeInteger(held + by)) return notAnInteger;
    store.set(key, String(held + by), until ?? null);
    return held + by;
  }

  function set([key = "", value = "", ...options]: string[]): Reply {
    const absent = options.findIndex((one) => one.toUpperCase() === "NX");
    const [unit, amount, ...more] = absent === -1 ? options : options.toSpliced(absent, 1);
    if (absent !== -1 && store.untilOf(key) !== undefined) return null;
    if (unit === undefined) return kept(key, value, null);
    const scale = { EX: 1_000, PX: 1 }[unit.toUpperCase()];
    if (scale === undefined || amount === undefined || more.length > 0) return syntaxError;
    const time = integer(amount);
    if (time === null) return notAnInteger;
    if (time <= 0) return failed("ERR invalid expire time in 'set' command");
    return kept(key, value, now() + time * scale);
  }

  /** Deletes a key only while it holds this value. */
  function deleteIf([key = "", option = "", value = ""]: string[]): Reply {
    if (option.toUpperCase() !== "IFEQ") return syntaxError;
    return store.untilOf(key) !== undefined && store.get(key) === value && store.delete(key) ? 1 : 0;
  }

  function kept(key: string, value: string, until: number | null): Reply {
    const isKept = store.set(key, value, until);
    return isKept ? ok : failed("OOM command not allowed when used memory > 'maxmemory'.");
  }

  function expire(key: string, seconds: number | null): Reply {
    if (seconds === null) return notAnInteger;
    if (store.untilOf(key) === undefined) return 0;
    const value = store.get(key) ?? "";
    if (seconds <= 0) store.delete(key);
    else store.set(key, value, now() + seconds * 1_000);
    return 1;
  }

  function ttl(key: string): Reply {
    const until = store.untilOf(key);
    if (until === undefined) return -2;
    return until === null ? -1 : Math.max(0, Math.round((until - now()) / 1_000));
  }

  const commands: Record<string, Command> = {
    PING: { least: 0, most: 1, run: ([text]) => text ?? { simple: "PONG" } },
    GET: { least: 1, most: 1, run: ([key = ""]) => store.get(key) },
    SET: { least: 2, run: set },
    DEL: { least: 1, run: (keys) => keys.filter((key) => store.delete(key)).length },
    DELEX: { least: 3, most: 3, run: deleteIf },
    INCR: { least: 1, most: 1, run: ([key = ""]) => add(key, 1) },
    INCRBY: {
      least: 2,
      most: 2,
      run([key = "", amount = ""]) {
        const by = integer(amount);
        return by === null ? notAnInteger : add(key, by);
      },
    },
    EXPIRE: { least: 2, most: 2, run: ([key = "", seconds = ""]) => expire(key, integer(seconds)) },
    TTL: { least: 1, most: 1, run: ([key = ""]) => ttl(key) },
    FLUSHALL: {
      least: 0,
      most: 1,
      run() {
        store.clear();
        return ok;
      },
    },
  };

  return ([name = "", ...args]) => {
    const upper = name.toUpperCase();
    const command = Object.hasOwn(commands, upper) ? commands[upper] : undefined;
    if (command === undefined) {
      const shown = args.map((arg) => `'${arg.slice(0, 128)}' `).join("");
      return failed(
        `ERR unknown command '${name.slice(0, 128)}', with args beginning with: ${shown}`.replaceAll(/[\r\n]/g, " "),
      );
    }
    if (args.length < command.least || args.length > (command.most ?? Number.POSITIVE_INFINITY)) {
      return failed(`ERR wrong number of arguments for '${name.toLowerCase()}' command`);
    }
    return command.run(args);
  };
}

function integer(text: string): number | null {
  return /^-?\d{1,16}$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : null;
}
