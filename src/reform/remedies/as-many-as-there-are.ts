import { say } from '../../kernel/text.ts'
import { numberOf, rewritten, subjectIn } from './lines.ts'
import { defineRemedy } from './remedy.ts'

/** S02: more posts are given away than there are; as many go as there are. */
export const asManyAsThereAre = defineRemedy({
  name: 'as-many-as-there-are',
  codes: ['S02'],
  propose: (finding, { after }) =>
    (['quotas', 'leadership'] as const).flatMap((table) => {
      const id = subjectIn(finding, table)
      if (id === undefined) return []
      const key = id.slice(id.lastIndexOf('/') + 1)
      const field = table === 'quotas' ? 'posts' : 'leadingPosts'
      const has = after[table].get(id)?.posts ?? 0
      return [
        {
          label: say(`改为划出${has}名`, `Send ${has}`),
          edit: (text: string) =>
            rewritten(text, numberOf(finding), (line) => {
              const counts = line[field]
              if (typeof counts !== 'object' || counts === null) return undefined
              const { [key]: _, ...rest } = counts as Record<string, number>
              const left = has > 0 ? { ...rest, [key]: has } : rest
              return { ...line, [field]: Object.keys(left).length > 0 ? left : undefined }
            }),
        },
      ]
    }),
})
