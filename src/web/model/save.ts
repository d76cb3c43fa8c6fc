import { riverCssFor } from '../river/style.ts'
import { palettes } from '../tokens.ts'

/** Hands a file to the reader's downloads. */
export const save = (name: string, type: string, content: string): void => {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

const margin = 32

/** The drawing as a file of its own: vectors and patterns kept, always in the light colours of paper. */
export const svgText = (drawing: SVGSVGElement): string => {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.removeAttribute('style')
  // Another machine’s face may be wider than the one measured here: room on every side keeps names whole.
  const [width, height] = [Number(copy.getAttribute('width')), Number(copy.getAttribute('height'))]
  copy.setAttribute('viewBox', `${-margin} ${-margin} ${width + 2 * margin} ${height + 2 * margin}`)
  copy.setAttribute('width', String(width + 2 * margin))
  copy.setAttribute('height', String(height + 2 * margin))
  for (const element of copy.querySelectorAll('[style]')) element.removeAttribute('style')
  for (const element of copy.querySelectorAll('.ring,.hit')) element.remove()
  const style = document.createElementNS('http://www.w3.org/2000/svg', 'style')
  style.textContent = riverCssFor({ ...palettes.light, paper: '#FFFFFF' })
  copy.prepend(style)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`
}

export const saveSvg = (drawing: SVGSVGElement, name: string): void =>
  save(`${name}.svg`, 'image/svg+xml', svgText(drawing))
