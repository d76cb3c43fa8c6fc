import type { Finding } from '../kernel/finding.ts'
import type { UnitId } from '../kernel/id.ts'
import { say, type Text } from '../kernel/text.ts'
import { shortNameOf } from '../register/queries.ts'
import type { HeldName, Register } from '../register/register.ts'
import { isOpen } from '../register/unit.ts'

/** The refusals that many operations share: each returns every finding there is, none when all is well. */

/** U01 unknown unit · U02 unit closed. */
export const notOpen = (before: Register, ids: readonly UnitId[]): Finding[] =>
  ids.flatMap((id): Finding[] => {
    const unit = before.units.get(id)
    if (unit === undefined)
      return [
        {
          code: 'U01',
          severity: 'error',
          at: `unit:${id}`,
          message: say(`台账中没有单位“${id}”`, `The register has no unit “${id}”`),
          remedy: say(
            '核对单位标识，或先写一行设立它。',
            'Check the id, or add a line that establishes it first.',
          ),
        },
      ]
    if (isOpen(unit)) return []
    return [
      {
        code: 'U02',
        severity: 'error',
        at: `unit:${id}`,
        message: say(`${unit.name}已于${unit.closedOn}撤销`, `${unit.nameEn} was closed on ${unit.closedOn}`),
        remedy: say(
          '改写为承继单位，或把本行移到撤销之前。',
          'Name the unit that carries on, or move this line before the one that closes it.',
        ),
      },
    ]
  })

/** U03: the id is taken. Ids are permanent, so that a closed unit keeps its id too. */
export const alreadyThere = (before: Register, id: UnitId): Finding[] => {
  const unit = before.units.get(id)
  if (unit === undefined) return []
  return [
    {
      code: 'U03',
      severity: 'error',
      at: `unit:${id}`,
      message: say(`标识“${id}”已属于${unit.name}`, `The id “${id}” already belongs to ${unit.nameEn}`),
      remedy: say(
        '标识永久不变：为新单位另取标识；若是并入既有单位，用 absorb-unit。',
        'Ids are permanent: give the new unit another id, or use absorb-unit if it joins an existing unit.',
      ),
    },
  ]
}

/** What one thing of a table is called, its measure word (量词), and the English plural. */
const tableTerms: Readonly<
  Record<HeldName, readonly [zh: string, en: string, measure: string, many: string]>
> = {
  nameplates: ['牌子', 'nameplate', '块', 'nameplates'],
  sections: ['内设机构', 'internal section', '个', 'internal sections'],
  duties: ['职责', 'duty', '项', 'duties'],
  quotas: ['编制', 'staffing quota', '条', 'staffing quotas'],
  leadership: ['领导职数', 'leadership quota', '条', 'leadership quotas'],
  people: ['人员', 'person', '名', 'people'],
  appointments: ['任职', 'appointment', '项', 'appointments'],
  premises: ['用房', 'room', '处', 'rooms'],
  budget: ['预算项', 'budget line', '项', 'budget lines'],
  archives: ['档案', 'file series', '宗', 'file series'],
  seals: ['印章', 'seal', '枚', 'seals'],
  contracts: ['合同', 'contract', '份', 'contracts'],
}
export const termOf = (table: HeldName) => say(tableTerms[table][0], tableTerms[table][1])

/** The measure word (量词) of the things of a table, and their English plural. */
export const measureOf = (table: HeldName): Text => say(tableTerms[table][2], tableTerms[table][3])

/** “8名人员” / “8 people”. */
export const countOf = (table: HeldName, count: number): Text => {
  const [zh, one, measure, many] = tableTerms[table]
  return say(`${count}${measure}${zh}`, `${count} ${count === 1 ? one : many}`)
}

/** T01: a named row does not exist. */
export const unknownRows = (before: Register, table: HeldName, ids: readonly string[]): Finding[] =>
  ids
    .filter((id) => !before[table].has(id))
    .map((id) => ({
      code: 'T01',
      severity: 'error',
      at: `${table}:${id}`,
      message: say(
        `台账中没有${tableTerms[table][0]}“${id}”`,
        `The register has no ${tableTerms[table][1]} “${id}”`,
      ),
      remedy: say('核对标识。', 'Check the id.'),
    }))

/** T02: a row is named twice in one line. */
export const repeatedRows = (table: HeldName | 'units', ids: readonly string[]): Finding[] => {
  const seen = new Set<string>()
  return ids
    .filter((id) => seen.size === seen.add(id).size)
    .map((id) => ({
      code: 'T02',
      severity: 'error',
      at: `${table}:${id}`,
      message: say(`“${id}”在本行出现两次`, `“${id}” is named twice in this line`),
      remedy: say('删去重复的一个。', 'Remove one of the two.'),
    }))
}

/** T03: a named row is already where the line sends it, so the line would do nothing. */
export const alreadyHeld = (
  before: Register,
  table: HeldName,
  ids: readonly string[],
  to: UnitId,
): Finding[] =>
  ids
    .filter((id) => before[table].get(id)?.unit === to)
    .map((id) => ({
      code: 'T03',
      severity: 'warning',
      at: `${table}:${id}`,
      message: say(
        `${tableTerms[table][0]}“${id}”已在${shortNameOf(before, to).zh}`,
        `The ${tableTerms[table][1]} “${id}” is already with ${shortNameOf(before, to).en}`,
      ),
      remedy: say('删去它，或改写去向。', 'Remove it, or name another destination.'),
    }))

/** T05: the id of a row is taken, or was once: ids are permanent and never used again. */
export const idTaken = (table: HeldName, id: string): Finding => ({
  code: 'T05',
  severity: 'error',
  at: `${table}:${id}`,
  message: say(
    `${tableTerms[table][0]}标识“${id}”已用过`,
    `The ${tableTerms[table][1]} id “${id}” has been used already`,
  ),
  remedy: say('标识永久不变：另取标识。', 'Ids are permanent: choose another one.'),
})

/** T05 for each id that a row of the register bears. */
export const takenIds = (before: Register, table: HeldName, ids: readonly string[]): Finding[] =>
  ids.filter((id) => before[table].has(id)).map((id) => idTaken(table, id))

/** U04: a unit is told to join itself. */
export const joinsItself = (units: readonly UnitId[], into: UnitId): Finding[] =>
  units.includes(into)
    ? [
        {
          code: 'U04',
          severity: 'error',
          at: `unit:${into}`,
          message: say(`“${into}”不能并入自身`, `“${into}” cannot join itself`),
          remedy: say('从来源中删去它。', 'Take it out of the sources.'),
        },
      ]
    : []

/** A refusal with its two sentences; the common shape of the operations' own findings. */
export const refusal = (
  code: string,
  at: string,
  zh: string,
  en: string,
  remedyZh: string,
  remedyEn: string,
): Finding => ({ code, severity: 'error', at, message: say(zh, en), remedy: say(remedyZh, remedyEn) })
