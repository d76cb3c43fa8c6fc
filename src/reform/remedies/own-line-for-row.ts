import { say } from '../../kernel/text.ts'
import { shortNameOf } from '../../register/queries.ts'
import { type HeldName, heldNames } from '../../register/register.ts'
import { dropped, lineOf, numberOf, rowOf, withLines, written } from './lines.ts'
import { defineRemedy } from './remedy.ts'

/** T04: the row is with another unit than the line says; a line of its own takes it from there. */
export const ownLineForRow = defineRemedy({
  name: 'own-line-for-row',
  codes: ['T04'],
  propose: (finding, { plan, after }) => {
    const [row, number, line] = [rowOf(finding), numberOf(finding), lineOf(plan, finding)]
    const table = heldNames.find((name) => name === row?.table) as HeldName | undefined
    const { to } = (line?.fields ?? {}) as { readonly to?: string }
    if (row === undefined || table === undefined || number === undefined || typeof to !== 'string') return []
    const holder = after[table].get(row.id)?.unit
    if (holder === undefined || line?.operation.name !== 'transfer-duty') return []
    const name = shortNameOf(after, holder)
    return [
      {
        label: say(
          `另写一行，由${name.zh}划出“${row.id}”`,
          `Take “${row.id}” from ${name.en} in a line of its own`,
        ),
        edit: (text) => {
          const on = written(text, number)?.value?.on
          const own = { op: 'transfer-duty', from: holder, to, [table]: [row.id], ...(on ? { on } : {}) }
          const rest = dropped(text, number, row.id)
          return rest === undefined ? undefined : withLines(rest, [own])
        },
      },
    ]
  },
})
