import { useCallback } from 'react'
import { minuteText } from '../../format.ts'
import { fetchLooks, fileColumns, purposes } from '../../model/register/person-file.ts'
import { useLoading } from '../../model/use-loading.ts'
import { Loaded } from '../account/loaded.tsx'
import { useWords } from '../words.tsx'
import { CardTable } from './card-table.tsx'
import { columnKeys, purposeKeys } from './file-words.ts'

/** Who looked at the file or changed it, what for, newest first: read off the audit. */
export const Looks = ({ county, person }: { readonly county: string; readonly person: string }) => {
  const { t, language } = useWords()
  const load = useCallback((signal: AbortSignal) => fetchLooks(county, person, signal), [county, person])
  const loader = useLoading(load)
  const columnText = (name: string): string => {
    const column = fileColumns.find((each) => each === name)
    return column === undefined ? name : t(columnKeys[column])
  }
  const purposeText = (name: string | null): string => {
    const purpose = purposes.find((each) => each === name)
    return purpose === undefined ? (name ?? '—') : t(purposeKeys[purpose])
  }
  return (
    <Loaded loader={loader} isInside>
      {(looks) => (
        <CardTable
          id="looks"
          title={t('regLooks')}
          columns={[
            { head: t('regLookAt') },
            { head: t('regLookWho') },
            { head: t('regLookWhat') },
            { head: t('regPurpose') },
            { head: t('regDocument') },
          ]}
          rows={looks.map((look) => [
            minuteText(look.at),
            look.actorName ?? look.actor,
            look.columns.map(columnText).join(language === 'zh' ? '、' : ', ') || look.act,
            purposeText(look.purpose),
            look.document ?? '—',
          ])}
        />
      )}
    </Loaded>
  )
}
