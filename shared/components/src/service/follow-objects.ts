import type { Objects } from "../objectstore/client.ts";
import { asking } from "./following.ts";

/** The same object store, and what a request asks of it is remembered with it. `to` is the store as it is drawn. */
export const followObjects = (objects: Objects, to: string): Objects => ({
  put: (name, bytes, contentType) =>
    asking(
      { to, what: () => `put ${name}` },
      () => objects.put(name, bytes, contentType),
      (isKept) => ({ came: isKept ? `${Buffer.byteLength(bytes)} bytes kept` : "no room left", isRefused: !isKept }),
    ),
  get: (name) =>
    asking(
      { to, what: () => `get ${name}` },
      () => objects.get(name),
      (found) => ({ came: found === null ? "there is none" : `${found.bytes.length} bytes`, isRefused: false }),
    ),
  remove: (name) =>
    asking(
      { to, what: () => `delete ${name}` },
      () => objects.remove(name),
      (wasThere) => ({ came: wasThere ? "deleted" : "there was none", isRefused: false }),
    ),
});
