import ranges from '@fontsource/noto-sans-sc/unicode.json' with { type: 'json' }
import type { SliceSource, Weight } from './face.ts'
import { slicesByRange } from './slice-ranges.ts'

/** The same slices as the page shows, in the packing that a script can open by itself; each is fetched when needed. */
const files: Readonly<Record<string, string>> = import.meta.glob(
  '../../../node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-{[0-9]*,latin,latin-ext,cyrillic,vietnamese}-{400,700}-normal.woff',
  { query: '?url', import: 'default', eager: true },
)
const addresses = new Map(
  Object.entries(files).map(([path, address]) => [path.slice(path.lastIndexOf('/') + 1), address]),
)

/** How the making of a PDF is watched, and given up. */
export interface Making {
  /** So many of the slices asked for have arrived; told when one is asked for and when it arrives. */
  readonly onArrival?: (arrived: number, asked: number) => void
  readonly signal?: AbortSignal
}

/** The slices of the page's sans face as the server of the page has them. */
export const slicesOfPage = ({ onArrival, signal }: Making = {}): SliceSource => {
  let [arrived, asked] = [0, 0]
  return {
    namesFor: slicesByRange(ranges),
    load: async (name: string, weight: Weight) => {
      const address = addresses.get(`noto-sans-sc-${name}-${weight}-normal.woff`)
      if (address === undefined) throw new Error(`no slice ${name} of weight ${weight}`)
      asked += 1
      onArrival?.(arrived, asked)
      const answer = await fetch(address, signal === undefined ? {} : { signal })
      if (!answer.ok) throw new Error(`slice ${name}: ${answer.status}`)
      const bytes = new Uint8Array(await answer.arrayBuffer())
      arrived += 1
      onArrival?.(arrived, asked)
      return bytes
    },
  }
}
