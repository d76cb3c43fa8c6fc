import type { Layout, Ribbon } from '../river/layout.ts'

/** The fills that change along the river: pale at the source and full where streams meet, or fading into the host. */
export const RiverDefs = ({ layout }: { readonly layout: Layout }) => {
  const stops = {
    kept: [0.8, 1, 1],
    merged: [0.58, 0.96, 0.96],
    dissolved: [0.96, 0.9, 0.5],
  } as const
  return (
    <defs>
      {Object.entries(stops).map(([fate, [source, meeting, end]]) => (
        <linearGradient
          key={fate}
          id={`fill-${fate}`}
          gradientUnits="userSpaceOnUse"
          x1={layout.left}
          x2={layout.right}
          y1="0"
          y2="0"
        >
          <stop className={`stop-${fate}`} offset="0" stopOpacity={source} />
          <stop className={`stop-${fate}`} offset="0.64" stopOpacity={meeting} />
          <stop className={`stop-${fate}`} offset="1" stopOpacity={end} />
        </linearGradient>
      ))}
      <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className="hatch-line" d="M0 0V5" />
      </pattern>
    </defs>
  )
}

/** `d` as a style too: browsers that can, slide the ribbon to its new place. */
const along = (path: string) => ({ d: `path("${path}")` })

/** A moved ribbon this thin is itself a dashed line: dashes laid upon it would leave nothing of it. */
const dashed = 3

export const RiverRibbon = ({ ribbon, isOn }: { readonly ribbon: Ribbon; readonly isOn: boolean }) => {
  const { stream, path, middle, width } = ribbon
  const { fate } = stream
  if (width === 0)
    return (
      <path
        className={`thread ${fate}${isOn ? ' on' : ''}`}
        data-stream={stream.id}
        d={middle}
        style={along(middle)}
      />
    )
  return (
    <g className={`stream${isOn ? ' on' : ''}`} data-stream={stream.id}>
      {fate === 'moved' && width <= dashed ? (
        <path className="ribbon moved thin" strokeWidth={width} d={middle} style={along(middle)} />
      ) : (
        <path className={`ribbon ${fate}`} d={path} style={along(path)} />
      )}
      {fate === 'dissolved' && width > 1.6 && <path className="hatch" d={path} style={along(path)} />}
      {fate === 'colocated' && width > 3 && <path className="lane" d={middle} style={along(middle)} />}
      {fate === 'moved' && width > dashed && <path className="dash" d={middle} style={along(middle)} />}
    </g>
  )
}
