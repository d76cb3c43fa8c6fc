import { say, type Text } from '../../../kernel/text.ts'
import { shortNameOf } from '../../../register/queries.ts'
import { type Register, type TableName, tableColumns } from '../../../register/register.ts'
import { terms } from './terms.ts'

/** The fields of a row that differ, each from what to what: in the words of the register, ids as names. */
export const changedFields = (
  table: TableName,
  [from, to]: readonly [object, object],
  [before, after]: readonly [Register, Register],
): Text => {
  const [a, b] = [from as Record<string, unknown>, to as Record<string, unknown>]
  const keys = Object.keys(tableColumns[table]).filter((key) => String(a[key]) !== String(b[key]))
  const texts = keys.map((key) => {
    const [was, is] = [valueText(key, a[key], before), valueText(key, b[key], after)]
    const head = tableColumns[table][key]?.zh ?? key
    return say(`${head}${was.zh} → ${is.zh}`, `${inWords(key)} ${was.en} → ${is.en}`)
  })
  return say(texts.map(({ zh }) => zh).join('，'), texts.map(({ en }) => en).join(', '))
}

/** nameEn → name en: the codes of the register are English words run together. */
const inWords = (key: string): string => key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

const termed: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  kind: terms.kind,
  grade: terms.grade,
  management: terms.management,
  funding: terms.funding,
  counts: terms.counts,
  power: terms.power,
  postKind: terms.postKind,
  office: terms.office,
  category: terms.retirement,
  use: terms.use,
  item: terms.item,
  state: terms.seal,
}

const valueText = (key: string, value: unknown, register: Register): Text => {
  if (value === undefined || value === '') return say('—', '—')
  if (typeof value === 'boolean') return value ? say('是', 'yes') : say('否', 'no')
  const written = Array.isArray(value) ? value.join('、') : String(value)
  if (key === 'section') {
    const section = register.sections.get(written)
    return section === undefined ? say(written, written) : say(section.name, section.nameEn)
  }
  if (['unit', 'sponsor', 'coLocatedWith', 'counterpart'].includes(key))
    return shortNameOf(register, written as never)
  return termed[key]?.[written] ?? say(written, written)
}
