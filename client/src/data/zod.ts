import * as z from "zod/mini";

// Before any schema is used: zod would try to compile its parsers with `Function`, which the page's policy refuses.
z.config({ jitless: true });
