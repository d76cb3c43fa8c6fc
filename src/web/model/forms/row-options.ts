import type { UnitId } from '../../../kernel/id.ts'
import { number, say, type Text } from '../../../kernel/text.ts'
import { budgetItems, sealStates } from '../../../register/holdings.ts'
import { shortNameOf } from '../../../register/queries.ts'
import type { HeldName, Register, Rows } from '../../../register/register.ts'
import { choiceWord } from './choice-words.ts'
import type { Option } from './unit-options.ts'

/** The rows of a table to choose from: those that a unit holds, or all when it is not known who gives. */
export const rowOptions = (register: Register, table: HeldName, holder: UnitId | undefined): Option[] => {
  const rows = holder === undefined ? [...register[table].values()] : register[table].heldBy(holder)
  return rows.map((row): Option => {
    const { label, note } = shown(register, table, row)
    const group = shortNameOf(register, row.unit)
    return {
      id: row.id,
      label,
      note,
      group,
      words: `${label.zh} ${label.en} ${note.zh} ${note.en} ${row.id} ${group.zh} ${group.en}`.toLowerCase(),
    }
  })
}

type Row = Rows[HeldName]
interface Shown {
  readonly label: Text
  readonly note: Text
}

const shown = (register: Register, table: HeldName, row: Row): Shown =>
  table === 'people' ? person(register, row as Rows['people']) : (words[table]?.(row as never) ?? plain(row))

const plain = (row: Row): Shown => ({ label: say(row.id, row.id), note: say('', '') })
const noted = (row: Row, label: Text, note: Text = say('', '')): Shown => ({
  label,
  note: note.zh === '' ? say(row.id, row.id) : say(`${note.zh} · ${row.id}`, `${note.en} · ${row.id}`),
})

/** A person is an id and facts; names are kept elsewhere, by right. */
const person = (register: Register, row: Rows['people']): Shown => {
  const titles = register.appointments.linkedTo(row.id).map(({ title }) => title)
  const section = register.sections.get(row.section ?? '')
  const kind = choiceWord(row.postKind)
  const [zh, en] = [
    [...titles, section?.name ?? '', kind.zh, row.assignment ?? ''],
    [...titles, section?.nameEn ?? '', kind.en, row.assignment ?? ''],
  ].map((parts) => parts.filter((part) => part !== '').join(' · ')) as [string, string]
  return { label: say(row.id, row.id), note: say(zh, en) }
}

const words: { readonly [Name in HeldName]?: (row: Rows[Name]) => Shown } = {
  nameplates: (row) => noted(row, say(row.name, row.nameEn)),
  sections: (row) => noted(row, say(row.name, row.nameEn), say(`编制${row.posts}名`, `${row.posts} posts`)),
  duties: (row) => noted(row, say(row.name, row.nameEn)),
  premises: (row) =>
    noted(
      row,
      say(`${row.building} ${row.room}`, `${row.building} ${row.room}`),
      say(`${row.areaM2} 平方米`, `${row.areaM2} m²`),
    ),
  budget: (row) =>
    noted(
      row,
      say(row.name, row.name),
      say(
        `${budgetItems[row.item]} ${number(row.amountYuan)} 元`,
        `${choiceWord(row.item).en} ¥${number(row.amountYuan)}`,
      ),
    ),
  archives: (row) => noted(row, say(row.name, row.name), say(`${row.volumes} 卷`, `${row.volumes} volumes`)),
  seals: (row) =>
    noted(
      row,
      say(row.name, row.name),
      say(sealStates[row.state], row.state === 'inUse' ? 'in use' : 'surrendered'),
    ),
  contracts: (row) =>
    noted(row, say(row.name, row.name), say(`${number(row.amountYuan)} 元`, `¥${number(row.amountYuan)}`)),
  appointments: (row) => noted(row, say(row.title, row.title), say(row.person, row.person)),
}
