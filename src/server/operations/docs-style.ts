/** The look of the page of the API; it stands in the page, and its hash in the page's security policy. */
export const docsStyle = `
:root { color-scheme: light dark; --ink: #1d2321; --paper: #fbfaf7; --line: #d9d6cd; --quiet: #5d655f; --mark: #1f5c4d; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e6df; --paper: #171a19; --line: #3a403d; --quiet: #a3aba5; --mark: #7fc7b1; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.6 "Noto Sans SC", "Noto Sans CJK SC", system-ui, sans-serif; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.3; font-weight: 600; }
h1 { font-size: 1.75rem; margin: 0 0 .25rem; }
h2 { font-size: 1.375rem; margin: 3rem 0 1rem; padding-bottom: .375rem; border-bottom: 2px solid var(--mark); }
h3 { font-size: 1.0625rem; margin: 2rem 0 .25rem; }
h4 { font-size: .9375rem; margin: 1rem 0 .25rem; color: var(--quiet); font-weight: 600; }
a { color: var(--mark); }
p, ul { margin: .25rem 0 .5rem; }
nav ul { columns: 2; column-gap: 2rem; padding-left: 1.25rem; }
code, pre { font-family: ui-monospace, "Noto Sans Mono", monospace; font-size: .875em; }
pre { margin: .25rem 0; padding: .75rem 1rem; border: 1px solid var(--line); overflow-x: auto; white-space: pre-wrap; }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; }
th, td { text-align: left; vertical-align: top; padding: .375rem .75rem .375rem 0; border-bottom: 1px solid var(--line); }
th { color: var(--quiet); font-weight: 600; overflow-wrap: normal; white-space: nowrap; }
.method { display: inline-block; min-width: 4.5em; font-weight: 600; color: var(--mark); }
.quiet { color: var(--quiet); }
@media (max-width: 40rem) { nav ul { columns: 1; } }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } nav { display: none; } article, tr { break-inside: avoid; } a { color: inherit; text-decoration: none; } }
`
