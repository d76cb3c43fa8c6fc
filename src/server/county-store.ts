import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { policyDigest, policyFolder, readCountyFolder } from '../store/county-folder.ts'
import { type ListedCounty, listCounties } from '../store/county-list.ts'

/** A county as the page gets it: the text of its files as JSON, and a tag that changes when one of them does. */
export interface CountyText {
  readonly body: string
  readonly tag: string
}

/** Hands out counties, reading a folder again only when one of its files has changed. `own` is a folder of the user's. */
export const countyStore = (own?: string) => {
  const kept = new Map<string, { stamp: string; text: CountyText }>()
  const open = ({ id, path }: ListedCounty): CountyText => {
    const stamp = stampOf(path)
    const known = kept.get(id)
    if (known?.stamp === stamp) return known.text
    const folder = readCountyFolder(path)
    const body = JSON.stringify({ ...folder, policyDigest: policyDigest(folder.policies) })
    const text = { body, tag: `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"` }
    kept.set(id, { stamp, text })
    return text
  }
  return {
    list: () => listCounties(own),
    /** The county's files, or undefined when there is no such county. */
    open: (id: string): CountyText | undefined => {
      const listed = listCounties(own).find((county) => county.id === id)
      return listed === undefined ? undefined : open(listed)
    },
  }
}

/** Names, sizes and times of all files that the answer is made of: those of the county and the limits above it. */
const stampOf = (county: string): string =>
  [county, policyFolder]
    .flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
    .map((file) => {
      const { size, mtimeMs } = statSync(file)
      return `${file} ${size} ${mtimeMs}`
    })
    .join('\n')
