// Where zod finds its settings when it comes, with the first part of a page that has schemas: it would try to compile its
// parsers with `Function`, which the page's policy refuses. Set without zod, which no page needs before it can be used.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

export {};
