import { useCallback, useState } from 'react'
import { minuteText } from '../../format.ts'
import {
  type FileColumn,
  fetchPersonFile,
  type PersonFile,
  reachOf,
} from '../../model/register/person-file.ts'
import { useLoading } from '../../model/use-loading.ts'
import type { Who } from '../../model/who.ts'
import { Loaded } from '../account/loaded.tsx'
import { useWords } from '../words.tsx'
import { CorrectForm } from './correct-form.tsx'
import { columnKeys } from './file-words.ts'
import { Looks } from './looks.tsx'
import { RevealForm } from './reveal-form.tsx'

/** The file of a person: masked at first; every look behind the mask asks what for, and is put on record. */
export const PersonFilePart = ({
  county,
  person,
  who,
}: {
  readonly county: string
  readonly person: string
  readonly who: Who
}) => {
  const load = useCallback((signal: AbortSignal) => fetchPersonFile(county, person, signal), [county, person])
  const loader = useLoading(load)
  const { t } = useWords()
  const { loading } = loader
  if (loading.state === 'failed' && (loading.reason === 'forbidden' || loading.reason === 'unknown'))
    return <p className="none">{t(loading.reason === 'forbidden' ? 'regFileNoRight' : 'regFileNone')}</p>
  return (
    <Loaded loader={loader} id={person} isInside>
      {(file) => <Opened key={file.version} {...{ county, person, who, file }} onDone={loader.refresh} />}
    </Loaded>
  )
}

const Opened = ({
  county,
  person,
  who,
  file,
  onDone,
}: {
  readonly county: string
  readonly person: string
  readonly who: Who
  readonly file: PersonFile
  readonly onDone: () => void
}) => {
  const { t } = useWords()
  const [values, setValues] = useState<Readonly<Partial<Record<FileColumn, string>>>>({})
  const [looked, setLooked] = useState(0)
  const may = (operation: Parameters<typeof reachOf>[1]) => {
    const reach = reachOf(who, operation, county)
    return reach !== undefined && reach !== 'own'
  }
  const isErased = file.erasure !== null && file.erasure.reopenedAt === null
  return (
    <>
      {file.erasure !== null && (
        <p className="note">
          {t('regErased', { at: minuteText(file.erasure.erasedAt), document: file.erasure.document })}
        </p>
      )}
      {file.columns.length === 0 ? (
        <p className="none">{t('regFileEmpty')}</p>
      ) : (
        <dl className="unit-facts file">
          {file.columns.map((column) => (
            <div key={column}>
              <dt>{t(columnKeys[column])}</dt>
              <dd data-column={column}>
                {values[column] ?? file.masked[column] ?? t('regWithheld')}{' '}
                {values[column] !== undefined && <span className="badge">{t('regUnmasked')}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <div className="file-acts">
        {may('reveal-person') && file.columns.length > 0 ? (
          <RevealForm
            at={{ county, person }}
            columns={file.columns}
            onRevealed={(shown) => {
              setValues((was) => ({ ...was, ...shown }))
              setLooked((was) => was + 1)
            }}
          />
        ) : (
          !may('reveal-person') && <p className="none">{t('regRevealNoRight')}</p>
        )}
        {may('correct-person') && !isErased && (
          <CorrectForm at={{ county, person }} version={file.version} onDone={onDone} />
        )}
      </div>
      {may('export-person') && <Looks key={looked} county={county} person={person} />}
    </>
  )
}
