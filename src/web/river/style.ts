import type { Palette } from '../tokens.ts'

export const sans =
  '"Noto Sans SC","Source Han Sans SC","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif'

/** How the river looks: on the page with the page's variables, in an exported file with their values written in. */
export const riverCss = `
.river{overflow:visible;display:block}
.river text{fill:var(--ink);font-family:${sans};font-variant-numeric:tabular-nums}
.river .figure-text,.river .gone text,.river .quiet{fill:var(--ink-3)}
.river .bold{font-weight:700}
.river .ribbon:not(.thin){stroke:var(--paper);stroke-width:.6}
.river .ribbon.kept{fill:url(#fill-kept)}
.river .ribbon.merged{fill:url(#fill-merged)}
.river .ribbon.moved{fill:var(--moved)}
.river .ribbon.moved.thin{fill:none;stroke:var(--moved);stroke-dasharray:5 3}
.river .ribbon.colocated{fill:var(--colocated)}
.river .ribbon.dissolved{fill:url(#fill-dissolved)}
.river .ribbon.ended{fill:var(--wash);stroke:var(--control);stroke-width:.5}
.river .hatch{fill:url(#hatch);pointer-events:none}
.river .lane{fill:none;stroke:var(--paper);stroke-width:1.4;pointer-events:none}
.river .dash{fill:none;stroke:var(--paper);stroke-width:1.2;stroke-dasharray:3 3;pointer-events:none}
.river .thread{fill:none;stroke-width:1;stroke-dasharray:2 3}
.river .thread.kept{stroke:var(--kept-mark)}
.river .thread.merged{stroke:var(--merged-text)}
.river .thread.moved{stroke:var(--moved)}
.river .thread.colocated{stroke:var(--colocated-text)}
.river .thread.dissolved{stroke:var(--dissolved-text)}
.river .swatch.kept{fill:var(--kept)}
.river .swatch.merged{fill:var(--merged)}
.river .swatch.moved{fill:var(--moved)}
.river .swatch.colocated{fill:var(--colocated)}
.river .swatch.dissolved{fill:var(--dissolved)}
.river .bar.kept{fill:var(--kept-mark)}
.river .bar.merged,.river .bar.moved{fill:var(--merged-text)}
.river .bar.colocated{fill:var(--colocated-text)}
.river .bar.dissolved{fill:var(--dissolved-text)}

.river .thread.ended{stroke:var(--control)}
.river .bar.gathered{fill:var(--paper);stroke:var(--control);stroke-width:1.2}
.river .bar.hollow{fill:var(--paper);stroke-width:1.2}
.river .bar.hollow.kept{stroke:var(--kept-mark)}
.river .bar.hollow.merged,.river .bar.hollow.moved{stroke:var(--merged-text)}
.river .bar.hollow.dissolved{stroke:var(--dissolved-text)}
.river .bar.hollow.colocated{stroke:var(--colocated-text)}
.river .plate{fill:none;stroke:var(--plate);stroke-width:1}
.river text.plate-text{fill:var(--plate)}
.river .twin{fill:none;stroke:var(--colocated-text);stroke-width:1.4}
.river .scale{fill:none;stroke:var(--ink-3)}
.river .ring{fill:none;stroke:var(--accent);stroke-width:2}
.river .stop-kept{stop-color:var(--kept)}
.river .stop-merged{stop-color:var(--merged)}
.river .stop-dissolved{stop-color:var(--dissolved)}
.river .hatch-line{stroke:var(--paper);stroke-width:1.5;opacity:.6}
`

/** The same rules with the colours written in, for readers of SVG that know no variables. */
export const riverCssFor = (palette: Palette): string =>
  riverCss.replaceAll(/var\(--([\w-]+)\)/g, (whole, name: string) => palette[name as keyof Palette] ?? whole)
