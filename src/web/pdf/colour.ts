import type { Colour } from './marks.ts'

/** A colour as a browser gives it back, or `#RRGGBB`; undefined for none and for one that cannot be seen. */
export const colourOf = (css: string): { readonly colour: Colour; readonly opacity: number } | undefined => {
  const text = css.trim().toLowerCase()
  if (text === 'none' || text === 'transparent' || text === '') return undefined
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(text)
  if (hex !== null)
    return {
      colour: hex.slice(1).map((each) => Number.parseInt(each, 16) / 255) as unknown as Colour,
      opacity: 1,
    }
  const call = /^(rgba?|color)\((.*)\)$/.exec(text)
  const words = call?.[2]?.split(/[\s,/]+/).filter((each) => each !== '') ?? []
  const isSrgb = call?.[1] === 'color' && words[0] === 'srgb'
  if (call === null || (call[1] === 'color' && !isSrgb))
    throw new Error(`a colour that cannot be read: ${css}`)
  const [red, green, blue, alpha = 1] = (isSrgb ? words.slice(1) : words).map((each) =>
    each.endsWith('%') ? (Number.parseFloat(each) / 100) * (isSrgb ? 1 : 255) : Number(each),
  ) as [number, number, number, number?]
  const full = isSrgb ? 1 : 255
  return alpha === 0 ? undefined : { colour: [red / full, green / full, blue / full], opacity: alpha }
}
