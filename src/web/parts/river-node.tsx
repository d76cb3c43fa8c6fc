import { type LabelPart, platePad, twinPx } from '../river/label.ts'
import type { Layout, Node } from '../river/layout.ts'
import type { Focus } from '../river/walk.ts'

interface Props {
  readonly node: Node
  readonly layout: Layout
  readonly fontPx: number
  readonly isOn: boolean
  readonly isSelected: boolean
  readonly onHover: (focus: Focus | undefined) => void
  readonly onSelect: (focus: Focus) => void
  readonly onOpen: (focus: Focus) => void
}

/** A bar with its figure and its name: two columns, so that the drawing is also a table. */
export const RiverNode = (props: Props) => {
  const { node, layout, fontPx, isOn, isSelected, onHover, onSelect, onOpen } = props
  const { row, side } = node
  const focus: Focus = { side, id: row.id }
  const isBefore = side === 'before'
  const middle = (node.top + node.bottom) / 2
  const lines = node.lines.length
  const baseline = (line: number) => middle + (line - (lines - 1) / 2) * layout.wrappedHeight + fontPx * 0.35
  const isHollow = isBefore && row.turns
  const bar = row.kind === 'unit' ? `${row.fate}${isHollow ? ' hollow' : ''}` : 'gathered'
  const inset = isHollow || row.kind !== 'unit' ? 0.6 : 0
  const height = Math.max(node.height, 1.3)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the drawing takes the keys; the pointer goes straight to the bar
    <g
      className={`unit${isHollow || row.kind !== 'unit' ? ' gone' : ''}${isOn ? ' on' : ''}`}
      data-unit={`${side}:${row.id}`}
      onPointerEnter={() => onHover(focus)}
      onClick={() => onSelect(focus)}
      onDoubleClick={() => onOpen(focus)}
    >
      <rect
        className="hit"
        fill="transparent"
        x={isBefore ? 0 : layout.right}
        width={isBefore ? layout.left + layout.barPx : layout.width - layout.right}
        y={node.top}
        height={node.bottom - node.top}
      />
      <rect
        className={`bar ${bar}`}
        x={node.x + inset}
        y={node.y + inset}
        width={layout.barPx - 2 * inset}
        height={Math.max(0.7, height - 2 * inset)}
      />
      {isSelected && (
        <rect
          className="ring"
          x={node.x - 4}
          y={node.y - 4}
          width={layout.barPx + 8}
          height={height + 8}
          rx="2"
        />
      )}
      <text
        className={row.value === 0 ? 'quiet' : 'figure-text'}
        x={node.figureX}
        y={middle + fontPx * 0.35}
        textAnchor="end"
      >
        {node.figure}
      </text>
      {node.lines.map((line, at) => {
        const width = (line.at(-1)?.x ?? 0) + (line.at(-1)?.width ?? 0)
        const start = isBefore ? node.nameX - width : node.nameX
        return line.map((part) => (
          <Part
            key={`${part.kind}${part.text}`}
            part={part}
            x={start + part.x}
            y={baseline(at)}
            fontPx={fontPx}
          />
        ))
      })}
    </g>
  )
}

const Part = ({
  part,
  x,
  y,
  fontPx,
}: {
  readonly part: LabelPart
  readonly x: number
  readonly y: number
  readonly fontPx: number
}) => {
  if (part.kind === 'plate') {
    const pad = platePad(fontPx)
    return (
      <>
        <rect
          className="plate"
          x={x}
          y={y - fontPx * 0.98}
          width={part.width}
          height={fontPx * 1.27}
          rx="1.5"
        />
        <text className="plate-text" x={x + pad} y={y}>
          {part.text}
        </text>
      </>
    )
  }
  if (part.kind === 'guest') {
    const [left, gap] = [x + twinPx(fontPx) * 0.3, fontPx * 0.3]
    const stroke = `v${fontPx * 0.8}`
    return (
      <>
        <path
          className="twin"
          d={`M${left} ${y - fontPx * 0.78}${stroke}M${left + gap} ${y - fontPx * 0.78}${stroke}`}
        />
        <text x={x + twinPx(fontPx)} y={y}>
          {part.text}
        </text>
      </>
    )
  }
  return (
    <text className={part.isBold ? 'bold' : undefined} x={x} y={y}>
      {part.text}
    </text>
  )
}
