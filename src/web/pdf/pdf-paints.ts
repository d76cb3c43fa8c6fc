import type { Gradient } from './marks.ts'
import { after } from './matrix.ts'
import { isVeiled, type Named, nothingNamed, paintedPaths } from './painter.ts'
import type { Box } from './path-data.ts'
import { decimal, decimals, type PdfFile, type Ref } from './pdf-file.ts'

/** Writes everything that pages name into the file; gives the dictionaries of their resources. */
export const writePaints = async (file: PdfFile, named: Named, box: Box): Promise<string> => {
  // Tiles may name opacities of their own: they come first.
  const tilings: string[] = []
  for (const [name, { tiling, page }] of named.tilings) {
    const own = nothingNamed()
    const content = paintedPaths(tiling.marks, own)
    const head = `/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 ${decimals([tiling.width, tiling.height])}]/XStep ${decimal(tiling.width)}/YStep ${decimal(tiling.height)}/Matrix[${decimals(after(page, tiling.matrix))}]/Resources<<${opacityStates(own)}>>`
    tilings.push(`/${name} ${await file.stream(head, content)} 0 R`)
  }
  const shadings: string[] = []
  const veils: string[] = []
  for (const [name, gradient] of named.gradients) {
    shadings.push(`/${name} ${shading(file, gradient, false)} 0 R`)
    if (isVeiled(gradient)) veils.push(`/M${name} ${await veil(file, gradient, box)} 0 R`)
  }
  return [
    opacityStates(named, veils),
    tilings.length === 0 ? '' : `/Pattern<<${tilings.join('')}>>`,
    shadings.length === 0 ? '' : `/Shading<<${shadings.join('')}>>`,
  ].join('')
}

const opacityStates = ({ opacities }: Named, others: readonly string[] = []): string => {
  const states = [...opacities].map(
    ([name, opacity]) => `/${name}<</ca ${decimal(opacity)}/CA ${decimal(opacity)}>>`,
  )
  return states.length + others.length === 0 ? '' : `/ExtGState<<${[...states, ...others].join('')}>>`
}

/** The colours of a gradient along its line, or its opacities as greys. */
const shading = (file: PdfFile, gradient: Gradient, isVeil: boolean): Ref => {
  const values = gradient.stops.map(({ offset, colour, opacity }) => ({
    offset,
    value: isVeil ? decimal(opacity) : decimals(colour),
  }))
  const pairs = values.slice(1).map((stop, at) => ({ from: values[at]?.value ?? stop.value, to: stop.value }))
  const pieces = (pairs.length === 0 ? [{ from: values[0]?.value, to: values[0]?.value }] : pairs).map(
    ({ from, to }) => `<</FunctionType 2/Domain[0 1]/C0[${from}]/C1[${to}]/N 1>>`,
  )
  const [first = 0, last = 1] = [values[0]?.offset, values.at(-1)?.offset]
  const bounds = decimals(values.slice(1, -1).map(({ offset }) => (offset - first) / (last - first || 1)))
  const made =
    pieces.length === 1
      ? pieces[0]
      : `<</FunctionType 3/Domain[0 1]/Functions[${pieces.join('')}]/Bounds[${bounds}]/Encode[${pieces.map(() => '0 1').join(' ')}]>>`
  const along = (share: number) =>
    [0, 1].map((axis) => {
      const [from, to] = [gradient.from[axis] ?? 0, gradient.to[axis] ?? 0]
      return from + (to - from) * share
    })
  return file.put(
    `<</ShadingType 2/ColorSpace/${isVeil ? 'DeviceGray' : 'DeviceRGB'}/Coords[${decimals([...along(first), ...along(last)])}]/Function ${made}/Extend[true true]>>`,
  )
}

/** A mask as bright as the gradient is opaque. */
const veil = async (file: PdfFile, gradient: Gradient, box: Box): Promise<Ref> => {
  const greys = shading(file, gradient, true)
  const { left, top, right, bottom } = box
  const form = await file.stream(
    `/Type/XObject/Subtype/Form/BBox[${decimals([left, top, right, bottom])}]/Group<</S/Transparency/CS/DeviceGray>>/Resources<</Shading<</S ${greys} 0 R>>>>`,
    '/S sh',
  )
  return file.put(`<</SMask<</S/Luminosity/G ${form} 0 R>>>>`)
}
