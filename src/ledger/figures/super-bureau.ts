import type { UnitId } from '../../kernel/id.ts'
import { say, type Text } from '../../kernel/text.ts'
import { leadersOf, leadingPostsOf, openUnits } from '../../register/queries.ts'
import {
  type Computed,
  defineFigure,
  type FigureDefinition,
  type FigureRow,
  type Sources,
  type Unit,
} from '../figure.ts'
import { rowOf, summed, unitRow, unknown } from '../rows.ts'

/** The department the county follows, when it exists after the plan. */
const bureauOf = ({ after }: Sources): UnitId | undefined => {
  const id = after.county.superBureau
  return id !== undefined && openUnits(after).some((unit) => unit.id === id) ? id : undefined
}

/** Leading posts that the plan's moves bring into the bureau: whole units that join it, and posts sent along with a duty. */
const leadingPostsJoining = (sources: Sources, bureau: UnitId): FigureRow[] => {
  const rows = new Map<string, FigureRow>()
  const add = (id: UnitId, count: number) => {
    const unit = sources.before.units.get(id)
    if (unit === undefined || count === 0) return
    rows.set(id, unitRow(unit, (rows.get(id)?.value ?? 0) + count))
  }
  for (const move of sources.rehearsal.moves) {
    if (!('to' in move) || move.to !== bureau || move.kind === 'rows') continue
    if (move.kind === 'all' && move.tables.includes('leadership'))
      add(move.from, leadingPostsOf(sources.before, move.from))
    if (move.kind === 'posts' && move.table === 'leadership') add(move.from, move.count)
  }
  return [...rows.values()]
}

const about = (
  id: string,
  label: Text,
  unit: Unit,
  definition: Text,
  measure: Text,
  rows: (sources: Sources, bureau: UnitId) => FigureRow[],
): FigureDefinition =>
  defineFigure({
    id: `superBureau.${id}`,
    label,
    unit,
    definition,
    compute: (sources): Computed => {
      const bureau = bureauOf(sources)
      return bureau === undefined ? unknown : summed(rows(sources, bureau), measure)
    },
  })

export const superBureau: readonly FigureDefinition[] = [
  about(
    'leadingPosts.before',
    say('大部门来源单位领导职数', 'Leading posts that went into the merged department'),
    'posts',
    say(
      '并入该部门的单位改革前的领导职数，加随职责划入的领导职数',
      'Leading posts of the units that joined it, and those sent along with a duty',
    ),
    say('名', 'posts'),
    leadingPostsJoining,
  ),
  about(
    'leadingPosts.after',
    say('大部门领导职数', 'Leading posts of the merged department'),
    'posts',
    say('改革后核定的领导职数', 'Leading posts authorised after the reform'),
    say('名', 'posts'),
    ({ after }, bureau) => after.leadership.heldBy(bureau).map((row) => rowOf('leadership', row, row.posts)),
  ),
  about(
    'duties',
    say('大部门法定职责', 'Duties of the merged department'),
    'duties',
    say('改革后承担的法定职责项数', 'Statutory duties it holds after the reform'),
    say('项', 'duties'),
    ({ after }, bureau) =>
      after.duties
        .heldBy(bureau)
        .filter((duty) => duty.statutory)
        .map((duty) => rowOf('duties', duty)),
  ),
  about(
    'posts',
    say('大部门编制', 'Posts of the merged department'),
    'posts',
    say('改革后核定的编制数', 'Posts authorised after the reform'),
    say('名', 'posts'),
    ({ after }, bureau) => after.quotas.heldBy(bureau).map((quota) => rowOf('quotas', quota, quota.posts)),
  ),
  about(
    'people',
    say('大部门实有人数', 'People in the merged department'),
    'people',
    say('改革后实有人数', 'People present after the reform'),
    say('人', 'people'),
    ({ after }, bureau) => after.people.heldBy(bureau).map((person) => rowOf('people', person)),
  ),
  about(
    'sectionStaff',
    say('大部门对口股室工作人员', 'Staff of its section that faces the bureaus above'),
    'people',
    say('该股室中不任领导职务的人员', 'People of that section who hold no leading post'),
    say('人', 'people'),
    ({ after }, bureau) => {
      const leaders = new Set(leadersOf(after, bureau).map((appointment) => appointment.person))
      return after.people
        .heldBy(bureau)
        .filter((person) => person.section === after.county.superSection && !leaders.has(person.id))
        .map((person) => rowOf('people', person))
    },
  ),
]
