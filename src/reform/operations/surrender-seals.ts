import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import * as field from '../fields.ts'
import { defineOperation } from '../operation.ts'
import { refusal, repeatedRows, unknownRows } from '../refusals.ts'

/** 缴销印章: the old seal is handed in; it stays on record with its keeper (国发〔1999〕25号 art. 24). */
export const surrenderSeals = defineOperation({
  name: 'surrender-seals',
  terms: ['缴销印章', '印章缴销'],
  counting: say('印章不减，状态改为已缴销', 'No seal leaves the record; its state becomes surrendered'),
  fields: z.strictObject({ seals: field.rowIds }),
  check: ({ seals }, before) => [
    ...unknownRows(before, 'seals', seals),
    ...repeatedRows('seals', seals),
    ...seals
      .filter((id) => before.seals.get(id)?.state === 'surrendered')
      .map((id) =>
        refusal(
          'H01',
          `seals:${id}`,
          `印章“${before.seals.get(id)?.name}”已缴销`,
          `The seal “${before.seals.get(id)?.name}” has already been surrendered`,
          '删去它。',
          'Remove it.',
        ),
      ),
  ],
  apply: ({ seals }, draft) => {
    for (const id of seals) {
      const seal = draft.seals.get(id)
      if (seal !== undefined) draft.seals.put({ ...seal, state: 'surrendered' })
    }
  },
  moves: () => [],
  describe: ({ seals }) =>
    say(
      `缴销旧印章${seals.length}枚。`,
      `Surrender ${seals.length} old ${seals.length === 1 ? 'seal' : 'seals'}.`,
    ),
})
