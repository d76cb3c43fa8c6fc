/** The colours of the page, once: CSS variables, exported drawings and the contrast test all read them here. */
export interface Palette {
  readonly paper: string
  readonly sheet: string
  readonly raised: string
  readonly wash: string
  readonly line: string
  readonly control: string
  readonly ink: string
  readonly 'ink-2': string
  readonly 'ink-3': string
  readonly accent: string
  readonly 'accent-hover': string
  readonly 'accent-soft': string
  readonly 'on-accent': string
  readonly ok: string
  readonly warn: string
  readonly error: string
  readonly kept: string
  readonly 'kept-mark': string
  readonly 'kept-text': string
  readonly merged: string
  readonly 'merged-text': string
  /** 划转: the ribbon of a moved duty; its dashes are of the paper, so it stands out from paper and dash alike. */
  readonly moved: string
  readonly colocated: string
  readonly 'colocated-text': string
  readonly dissolved: string
  readonly 'dissolved-text': string
  readonly plate: string
  readonly dim: string
}
export type Theme = 'light' | 'dark'

export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    paper: '#F7F5EF',
    sheet: '#FDFCF9',
    raised: '#FFFFFF',
    wash: '#EFECE3',
    line: '#E2DED3',
    control: '#8A8578',
    ink: '#1C2430',
    'ink-2': '#474F5C',
    'ink-3': '#666B73',
    accent: '#2A4F8C',
    'accent-hover': '#1F3F74',
    'accent-soft': '#E7ECF5',
    'on-accent': '#FFFFFF',
    ok: '#2B6A3F',
    warn: '#875600',
    error: '#A92A1E',
    kept: '#D9D5CA',
    'kept-mark': '#8C8676',
    'kept-text': '#5C584E',
    merged: '#2B8A80',
    'merged-text': '#1B6B63',
    moved: '#2B8A80',
    colocated: '#DCA63F',
    'colocated-text': '#7A5200',
    dissolved: '#7B2D35',
    'dissolved-text': '#7B2D35',
    plate: '#6A4796',
    dim: '0.2',
  },
  dark: {
    paper: '#14171B',
    sheet: '#1A1E23',
    raised: '#242A31',
    wash: '#20252B',
    line: '#333A42',
    control: '#7D858F',
    ink: '#ECE9E1',
    'ink-2': '#BEBCB5',
    'ink-3': '#9A9A95',
    accent: '#9DBCF0',
    'accent-hover': '#BBD1F6',
    'accent-soft': '#243349',
    'on-accent': '#10203A',
    ok: '#86C795',
    warn: '#E3B45C',
    error: '#F0958A',
    kept: '#3D4248',
    'kept-mark': '#7A8087',
    'kept-text': '#A9ABA9',
    merged: '#2C8379',
    'merged-text': '#63C2B6',
    moved: '#63C2B6',
    colocated: '#F0D894',
    'colocated-text': '#E8C069',
    dissolved: '#E3938C',
    'dissolved-text': '#E79DA2',
    plate: '#BBA2E6',
    dim: '0.4',
  },
}

const declarations = (palette: Palette, scheme: Theme) =>
  `color-scheme:${scheme};${Object.entries(palette)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')}`

/** Both palettes as CSS: the reader's system decides, a choice on the page wins, paper is always light. */
export const tokenCss = `:root{${declarations(palettes.light, 'light')}}
@media (prefers-color-scheme:dark){:root{${declarations(palettes.dark, 'dark')}}}
:root[data-theme=light]{${declarations(palettes.light, 'light')}}
:root[data-theme=dark]{${declarations(palettes.dark, 'dark')}}
@media print{:root,:root[data-theme]{${declarations({ ...palettes.light, paper: '#FFFFFF', sheet: '#FFFFFF' }, 'light')}}}`

/** WCAG 2.2 contrast of two `#RRGGBB` colours, 1 to 21. */
export const contrast = (a: string, b: string): number => {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const luminance = (colour: string): number => {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}
