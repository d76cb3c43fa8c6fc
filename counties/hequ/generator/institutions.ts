import { linesOf, slug } from './csv.ts'
import { institutionsTable } from './institutions-data.ts'

/** One of the institutions in the reform, as it stood on the baseline day. */
export interface InstitutionData {
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly sponsor: string
  readonly posts: number
  readonly people: number
  readonly isDirect: boolean
}

/** What one group of them becomes: a merged institution, or the first of them that absorbs the others. */
export interface GroupData {
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly sponsor: string
  readonly posts: number
  readonly isAbsorption: boolean
  readonly sources: readonly InstitutionData[]
}

const named = (
  id: string,
  [sponsor = '', name = '', nameEn = '', posts = '', people = '', direct]: readonly string[],
) => ({
  id,
  name: `河曲县${name.replace(/^县/, '')}`,
  nameEn: `Hequ ${nameEn.startsWith('County') ? nameEn : `County ${nameEn}`}`,
  sponsor,
  posts: Number(posts),
  people: Number(people),
  isDirect: direct === 'direct',
})

const groups: (Omit<GroupData, 'sources'> & { sources: InstitutionData[] })[] = []
for (const cells of linesOf(institutionsTable)) {
  const [first = ''] = cells
  if (first.startsWith('>')) {
    const [, name = '', nameEn = '', sponsor = '', posts = '', keep] = cells
    const isAbsorption = keep === 'keep'
    const shown = named('', [sponsor, name, nameEn])
    groups.push({
      id: first.slice(1).trim(),
      name: shown.name,
      nameEn: shown.nameEn,
      sponsor,
      posts: Number(posts),
      isAbsorption,
      sources: [],
    })
  } else {
    const group = groups.at(-1)
    const isHeir = group?.isAbsorption === true && group.sources.length === 0
    const id = isHeir ? group.id : group?.id === '-' ? 'planning-office' : slug(cells[2] ?? '')
    group?.sources.push(named(id, cells))
  }
}

/** The forty groups, with what they were made of. */
export const groupsData: readonly GroupData[] = groups.filter((group) => group.id !== '-')

/** The one institution whose licensing work went to an organ and whose staff went to another institution. */
export const planningOffice = groups.find((group) => group.id === '-')?.sources[0] as InstitutionData

/** All institutions in the reform, in the order of the groups. */
export const institutionsData: readonly InstitutionData[] = [
  ...groupsData.flatMap((group) => group.sources),
  planningOffice,
]
