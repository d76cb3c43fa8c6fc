import { say } from '../../kernel/text.ts'
import { shortNameOf } from '../../register/queries.ts'
import { numberOf, rewritten, subjectIn } from './lines.ts'
import { defineRemedy } from './remedy.ts'

/** C01: the host of a co-location is itself a guest; its own host is the host of both. */
export const nameTheHost = defineRemedy({
  name: 'name-the-host',
  codes: ['C01'],
  propose: (finding, { after }) => {
    const id = subjectIn(finding, 'unit')
    const host = id === undefined ? undefined : after.units.get(id)?.coLocatedWith
    if (id === undefined || host === undefined) return []
    const name = shortNameOf(after, host)
    return [
      {
        label: say(`以${name.zh}为主办机构`, `Make ${name.en} the host`),
        edit: (text) =>
          rewritten(text, numberOf(finding), (line) => (line.host === id ? { ...line, host } : undefined)),
      },
    ]
  },
})
