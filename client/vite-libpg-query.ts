import { createReadStream, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

const wasm = join(dirname(createRequire(import.meta.url).resolve("libpg-query")), "libpg-query.wasm");

/**
 * The SQL parser asks for its wasm beside the worker's chunk, by this name and unhashed. A build emits it there; the dev
 * server would otherwise answer its HTML fallback. `fileName` follows `build.assetsDir`.
 */
export const libpgQuery = (): Plugin => ({
  name: "libpg-query",
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      if (request.url?.split("?", 1)[0]?.endsWith("/libpg-query.wasm") !== true) return next();
      response.setHeader("Content-Type", "application/wasm");
      createReadStream(wasm).pipe(response);
    });
  },
  generateBundle() {
    this.emitFile({ type: "asset", fileName: "assets/libpg-query.wasm", source: readFileSync(wasm) });
  },
});
