import ranges from '@fontsource/noto-sans-sc/unicode.json' with { type: 'json' }
import type { SliceSource, Weight } from './face.ts'
import { slicesByRange } from './slice-ranges.ts'

/** The same slices as the page shows, in the packing that a script can open by itself; each is fetched when needed. */
const files: Readonly<Record<string, string>> = import.meta.glob(
  [
    '../../../node_modules/@fontsource/noto-sans-sc/files/*-{400,700}-normal.woff',
    '!**/noto-sans-sc-chinese-simplified-*', // what the slices hold, once more in one piece
  ],
  { query: '?url', import: 'default', eager: true },
)
const addresses = new Map(
  Object.entries(files).map(([path, address]) => [path.slice(path.lastIndexOf('/') + 1), address]),
)

/** The slices of the page's sans face as the server of the page has them. */
export const slicesOfPage: SliceSource = {
  namesFor: slicesByRange(ranges),
  load: async (name: string, weight: Weight) => {
    const address = addresses.get(`noto-sans-sc-${name}-${weight}-normal.woff`)
    if (address === undefined) throw new Error(`no slice ${name} of weight ${weight}`)
    const answer = await fetch(address)
    if (!answer.ok) throw new Error(`slice ${name}: ${answer.status}`)
    return new Uint8Array(await answer.arrayBuffer())
  },
}
