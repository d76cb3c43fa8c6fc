import { palettes } from '../tokens.ts'

const painted = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'paint-order',
  'font-size',
  'font-weight',
  'font-family',
] as const

/**
 * A small drawing as a file of its own: vectors and patterns kept, each element with the paint it has on the page, in the
 * light colours of paper. A copy stands beside the drawing while its styles are read; the reader sees nothing of it.
 */
export const drawingText = (drawing: SVGSVGElement, title: string): string => {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  for (const [name, value] of Object.entries({ ...palettes.light, paper: '#FFFFFF' }))
    copy.style.setProperty(`--${name}`, value)
  copy.style.position = 'absolute'
  drawing.after(copy)
  try {
    for (const element of copy.querySelectorAll('*')) {
      const style = getComputedStyle(element)
      for (const name of painted)
        element.setAttribute(name, style.getPropertyValue(name).replaceAll('"', "'"))
    }
  } finally {
    copy.remove()
  }
  return fileOf(copy, title)
}

const margin = 16

const fileOf = (copy: SVGSVGElement, title: string): string => {
  const [width, height] = [Number(copy.getAttribute('width')), Number(copy.getAttribute('height'))]
  for (const element of copy.querySelectorAll('[class]')) element.removeAttribute('class')
  for (const name of ['class', 'style', 'aria-hidden']) copy.removeAttribute(name)
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('role', 'img')
  copy.setAttribute('viewBox', [-margin, -margin, width + 2 * margin, height + 2 * margin].join(' '))
  const heading = document.createElementNS('http://www.w3.org/2000/svg', 'title')
  heading.textContent = title
  copy.prepend(heading)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`
}
