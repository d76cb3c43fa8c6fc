import { palettes } from '../../tokens.ts'

const painted = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-size',
  'font-weight',
  'font-family',
] as const

/**
 * A small drawing as a file of its own: vectors and patterns kept, each element with the paint it has on the page, in the
 * light colours of paper.
 */
export const drawingText = (drawing: SVGSVGElement, title: string): string => {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const [shown, made] = [[...drawing.querySelectorAll('*')], [...copy.querySelectorAll('*')]]
  for (const [at, element] of made.entries()) {
    const style = getComputedStyle(shown[at] as Element)
    for (const name of painted) element.setAttribute(name, onPaper(style.getPropertyValue(name)))
    element.removeAttribute('class')
  }
  const margin = 16
  const [width, height] = [Number(copy.getAttribute('width')), Number(copy.getAttribute('height'))]
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('viewBox', [-margin, -margin, width + 2 * margin, height + 2 * margin].join(' '))
  for (const name of ['class', 'aria-hidden']) copy.removeAttribute(name)
  const heading = document.createElementNS('http://www.w3.org/2000/svg', 'title')
  heading.textContent = title
  copy.prepend(heading)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`
}

/** A colour of the dark palette becomes that of the light one. */
const onPaper = (value: string): string => {
  const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(value)
  if (parts === null) return value.replaceAll('"', "'")
  const hex = `#${parts
    .slice(1)
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('')}`.toUpperCase()
  const names = Object.keys(palettes.dark) as (keyof typeof palettes.dark)[]
  const name = names.find((each) => palettes.dark[each] === hex)
  return name === undefined || palettes.light[name] === hex ? hex : palettes.light[name]
}
