/** Of the exported page: both themes, narrow screens, and paper. */
export const exportStyle = `
:root { color-scheme: light dark; --ink: #1b1d22; --dim: #5a606c; --page: #fff; --line: #d9dce2; --quote: #f4f5f7; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8ec; --dim: #a2a8b4; --page: #15171b; --line: #343841; --quote: #1f2228; } }
body { margin: 0 auto; max-width: 46rem; padding: 2rem 1rem; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; border-bottom: 1px solid var(--line); } h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
p { margin: .25rem 0; } .dim { color: var(--dim); font-size: .875rem; }
ul { padding-left: 1.25rem; } li { margin: .5rem 0; }
blockquote { margin: .25rem 0; padding: .25rem .75rem; border-left: 3px solid var(--line); background: var(--quote); font: 14px/1.45 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .25rem .5rem; border-bottom: 1px solid var(--line); vertical-align: top; }
.draft { border: 1px solid var(--line); border-radius: .25rem; padding: 0 .35rem; font-size: .8125rem; }
@media print { :root { --ink: #000; --dim: #444; --page: #fff; --line: #bbb; --quote: #fff; } body { max-width: none; padding: 0; font-size: 11pt; } h2, h3 { break-after: avoid; } li, tr, blockquote, section { break-inside: avoid; } }
`;
