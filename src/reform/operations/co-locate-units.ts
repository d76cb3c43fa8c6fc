import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { guestsOf, nameOf } from '../../register/queries.ts'
import type { HeldName } from '../../register/register.ts'
import * as field from '../fields.ts'
import { defineOperation } from '../operation.ts'
import { joinsItself, notOpen, refusal, repeatedRows } from '../refusals.ts'
import { names } from '../sentences.ts'
import { allMove, handAll } from '../succession.ts'

/** One staff body: these pool in the host. Duties, seals, archives and contracts stay in each organ's own name. */
const pooled: readonly HeldName[] = [
  'sections',
  'quotas',
  'leadership',
  'people',
  'appointments',
  'premises',
  'budget',
]

/** 合署办公: one set of working bodies and staff, two organ names. */
export const coLocateUnits = defineOperation({
  name: 'co-locate-units',
  terms: ['合署办公', '合署'],
  counting: say(
    '一套机构计一个：每个合署者少计一个；名称、印章、职责不减；编制、人员归并于主办机构',
    'One body counts once: each guest counts one less; names, seals and duties stay; posts and people pool in the host',
  ),
  fields: z.strictObject({ host: field.unit, guests: field.units, attributes: field.attributes }),
  check: ({ host, guests }, before) => [
    ...notOpen(before, [host, ...guests]),
    ...repeatedRows('units', guests),
    ...joinsItself(guests, host),
    ...[host, ...guests]
      .filter((id) => before.units.get(id)?.coLocatedWith !== undefined)
      .map((id) =>
        refusal(
          'C01',
          `unit:${id}`,
          `${nameOf(before, id).zh}已与其他机构合署`,
          `The ${nameOf(before, id).en} is already co-located`,
          '以其主办机构为主办，合署只有一层。',
          'Name its host instead; co-location has one level.',
        ),
      ),
    ...guests
      .filter((id) => guestsOf(before, id).length > 0)
      .map((id) =>
        refusal(
          'C01',
          `unit:${id}`,
          `${nameOf(before, id).zh}自身是合署主办机构`,
          `The ${nameOf(before, id).en} is itself the host of a co-location`,
          '以它为主办机构。',
          'Make it the host.',
        ),
      ),
  ],
  apply: ({ host, guests, attributes }, draft) => {
    for (const id of guests) {
      handAll(draft, id, host, pooled)
      const guest = draft.units.get(id)
      if (guest !== undefined)
        draft.units.put(field.withAttributes({ ...guest, coLocatedWith: host }, attributes))
    }
  },
  moves: ({ host, guests }) => guests.map((id) => allMove(id, host, pooled)),
  describe: ({ host, guests }, before) => {
    const [main, others] = [nameOf(before, host), names(before, guests)]
    return say(
      `${main.zh}与${others.zh}合署办公，实行一套工作机构、${guests.length === 1 ? '两' : guests.length + 1}个机关名称。`,
      `The ${main.en} and ${others.en} work as one office under ${guests.length === 1 ? 'two' : guests.length + 1} names.`,
    )
  },
})
