import { say } from '../../kernel/text.ts'
import { shortNameOf } from '../../register/queries.ts'
import { numberOf, rewritten, rowOf } from './lines.ts'
import { defineRemedy } from './remedy.ts'

/** P02: somebody holds no office where the line says; his office is with another unit, such as the successor. */
export const whereTheOfficeIs = defineRemedy({
  name: 'where-the-office-is',
  codes: ['P02'],
  propose: (finding, { after }) => {
    const row = rowOf(finding)
    const units = row === undefined ? [] : after.appointments.linkedTo(row.id).map(({ unit }) => unit)
    return [...new Set(units)].map((unit) => {
      const name = shortNameOf(after, unit)
      return {
        label: say(`改为免去在${name.zh}的职务`, `Write ${name.en}, where the office is`),
        edit: (text: string) => rewritten(text, numberOf(finding), (line) => ({ ...line, unit })),
      }
    })
  },
})
