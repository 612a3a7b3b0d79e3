import { Pool } from "undici";

export interface Objects {
  /** False when the store has no room left for it. */
  put(name: string, bytes: Uint8Array | string, contentType: string): Promise<boolean>;
  get(name: string): Promise<{ bytes: Buffer; contentType: string } | null>;
  /** False when there was none of that name. */
  remove(name: string): Promise<boolean>;
}

/** A service's way to the object store. Rejects, and soon, when the store is down or silent. */
export function connectObjects({ host, port }: { host: string; port: number }): Objects {
  const limits = { connect: { timeout: 1_000 }, headersTimeout: 3_000, bodyTimeout: 3_000 };
  const pool = new Pool(`http://${host}:${port}`, { connections: 16, ...limits });
  const path = (name: string): string => `/objects/${encodeURIComponent(name)}`;
  const unexpected = (status: number): Error => new Error(`the object store answered ${status}`);
  return {
    async put(name, bytes, contentType) {
      const headers = { "content-type": contentType };
      const { statusCode, body } = await pool.request({ method: "PUT", path: path(name), body: bytes, headers });
      await body.dump();
      if (statusCode === 507) return false;
      if (statusCode >= 300) throw unexpected(statusCode);
      return true;
    },
    async get(name) {
      const { statusCode, headers, body } = await pool.request({ method: "GET", path: path(name) });
      const bytes = Buffer.from(await body.arrayBuffer());
      if (statusCode === 404) return null;
      if (statusCode !== 200) throw unexpected(statusCode);
      return { bytes, contentType: String(headers["content-type"] ?? "application/octet-stream") };
    },
    async remove(name) {
      const { statusCode, body } = await pool.request({ method: "DELETE", path: path(name) });
      await body.dump();
      if (statusCode !== 204 && statusCode !== 404) throw unexpected(statusCode);
      return statusCode === 204;
    },
  };
}
