import { number, say, type Text } from '../../kernel/text.ts'
import {
  countedOrgans,
  leadingPostsOf,
  openUnits,
  postsOf,
  reformInstitutions,
} from '../../register/queries.ts'
import type { Register } from '../../register/register.ts'
import { defineFigure, type FigureDefinition, type FigureRow, type Unit } from '../figure.ts'
import { summed, unitRow } from '../rows.ts'

/** The same question asked of the register before and of the register after. */
const pair = (
  id: string,
  label: Text,
  unit: Unit,
  measure: Text,
  definition: Text,
  rowsIn: (register: Register) => FigureRow[],
): FigureDefinition[] =>
  (['before', 'after'] as const).map((side) =>
    defineFigure({
      id: `${id}.${side}`,
      label: say(`${label.zh}（改革${side === 'before' ? '前' : '后'}）`, `${label.en}, ${side} the reform`),
      unit,
      definition,
      compute: (sources) => summed(rowsIn(sources[side]), measure),
    }),
  )

const organUnits = (register: Register) => openUnits(register).filter((unit) => unit.counts === 'organ')

export const organs: readonly FigureDefinition[] = [
  ...pair(
    'organs',
    say('党政机构', 'Party and government organs'),
    'units',
    say('个', 'organs'),
    say(
      '计入机构限额的机构；合署办公的一套机构计一个，加挂牌子不计',
      'Organs that count towards the cap; a co-located body counts once, a nameplate not at all',
    ),
    (register) => countedOrgans(register).map((unit) => unitRow(unit)),
  ),
  ...pair(
    'leadingPosts',
    say('党政机构领导职数', 'Leading posts of the organs'),
    'posts',
    say('名', 'posts'),
    say('计入限额的机构的正职、副职核定数之和', 'Authorised chief and deputy posts of the organs'),
    (register) =>
      organUnits(register)
        .map((unit) => unitRow(unit, leadingPostsOf(register, unit.id)))
        .filter((row) => row.value > 0),
  ),
  ...pair(
    'institutions',
    say('涉改事业单位', 'Institutions in the reform'),
    'units',
    say('个', 'institutions'),
    say(
      '涉改事业单位；中小学、幼儿园、公立医院、卫生院和乡镇所属事业单位除外',
      'Public institutions in the reform; schools, kindergartens, hospitals, health centres and township institutions are not',
    ),
    (register) => reformInstitutions(register).map((unit) => unitRow(unit)),
  ),
  ...pair(
    'institutionPosts',
    say('涉改事业编制', 'Institution posts in the reform'),
    'posts',
    say('名', 'posts'),
    say('涉改事业单位的事业编制之和', 'Institution posts of the institutions in the reform'),
    (register) =>
      reformInstitutions(register).map((unit) => unitRow(unit, postsOf(register, unit.id, 'institution'))),
  ),
  defineFigure({
    id: 'unitsRemoved',
    label: say('减少的党政机构和事业单位', 'Organs and institutions fewer'),
    unit: 'units',
    definition: say(
      '改革前的党政机构与涉改事业单位之和，减改革后之和',
      'Organs and institutions before, less those after',
    ),
    compute: ({ before, after }) => {
      const all = (register: Register) => [...countedOrgans(register), ...reformInstitutions(register)]
      const [was, is] = [all(before), all(after)]
      const kept = new Set(is.map((unit) => unit.id))
      const known = new Set(was.map((unit) => unit.id))
      const rows = [
        ...was.filter((unit) => !kept.has(unit.id)).map((unit) => unitRow(unit)),
        ...is.filter((unit) => !known.has(unit.id)).map((unit) => unitRow(unit, -1)),
      ]
      return {
        value: was.length - is.length,
        rows,
        formula: say(
          `${number(was.length)} − ${number(is.length)} = ${number(was.length - is.length)}个`,
          `${number(was.length)} − ${number(is.length)} = ${number(was.length - is.length)} units`,
        ),
      }
    },
  }),
]
