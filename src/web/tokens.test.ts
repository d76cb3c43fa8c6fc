import { expect, test } from 'vitest'
import { contrast, type Palette, palettes } from './tokens.ts'

const grounds = ['paper', 'sheet', 'raised', 'wash', 'accent-soft'] as const
const texts = ['ink', 'ink-2', 'ink-3', 'accent', 'ok', 'warn', 'error'] as const
const fateTexts = ['kept-text', 'merged-text', 'colocated-text', 'dissolved-text', 'plate'] as const
const marks = [
  'control',
  'kept-mark',
  'merged-text',
  'moved',
  'colocated-text',
  'dissolved-text',
  'plate',
] as const

const pairs = (fronts: readonly (keyof Palette)[], backs: readonly (keyof Palette)[]) =>
  Object.entries(palettes).flatMap(([theme, palette]) =>
    fronts.flatMap((front) =>
      backs.map((back) => ({
        name: `${theme}: ${front} on ${back}`,
        ratio: contrast(palette[front], palette[back]),
      })),
    ),
  )

test('black on white is 21 to 1, a colour on itself 1 to 1', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5)
  expect(contrast('#2A4F8C', '#2A4F8C')).toBe(1)
})

test('every text colour stands at least 4.5 to 1 from every ground it is set on', () => {
  const all = [
    ...pairs(texts, grounds),
    ...pairs(fateTexts, ['paper', 'sheet', 'raised']),
    ...pairs(['on-accent'], ['accent', 'accent-hover']),
  ]

  expect(all.filter(({ ratio }) => ratio < 4.5)).toEqual([])
})

test('edges of controls and bars of the river stand at least 3 to 1 from the paper', () => {
  expect(pairs(marks, ['paper', 'sheet', 'raised']).filter(({ ratio }) => ratio < 3)).toEqual([])
})

test('a moved duty is told from a merged unit by its dashes, which stand 3 to 1 from the ribbon they lie on', () => {
  expect(pairs(['moved'], ['paper']).filter(({ ratio }) => ratio < 3)).toEqual([])
  expect(contrast(palettes.dark.moved, palettes.dark.paper)).toBeGreaterThan(
    contrast(palettes.dark.merged, palettes.dark.paper),
  )
})
