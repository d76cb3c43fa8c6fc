import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Text } from '../kernel/text.ts'
import { columnOf, countiesFolder, readTableFile } from './county-folder.ts'

/** A county that can be opened: its folder, its name, and the plans that lie in it. */
export interface ListedCounty {
  readonly id: string
  readonly path: string
  readonly name: Text
  readonly plans: readonly string[]
}

const isCounty = (path: string) => existsSync(join(path, 'county.csv'))

/** The shipped counties in alphabetical order; a folder of one's own, when given, comes first and hides its namesake. */
export const listCounties = (own?: string): ListedCounty[] => {
  const shipped = readdirSync(countiesFolder)
    .sort()
    .map((name) => join(countiesFolder, name))
    .filter((path) => statSync(path).isDirectory() && isCounty(path))
  const paths = own === undefined ? shipped : [own, ...shipped]
  const listed = new Map<string, ListedCounty>()
  for (const path of paths) if (!listed.has(basename(path))) listed.set(basename(path), listing(path))
  return [...listed.values()]
}

const listing = (path: string): ListedCounty => {
  const id = basename(path)
  const file = join(path, 'county.csv')
  const county = existsSync(file) ? readTableFile(file, []) : undefined
  const cell = (...titles: string[]) => county?.rows[0]?.cells[columnOf(county, ...titles)] || id
  return {
    id,
    path,
    name: { zh: cell('name', '名称'), en: cell('nameEn', '英文名称') },
    plans: readdirSync(path)
      .filter((file) => file.endsWith('.plan.yaml'))
      .sort()
      .map((file) => basename(file, '.plan.yaml')),
  }
}
