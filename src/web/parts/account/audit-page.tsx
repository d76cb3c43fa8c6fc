import { useCallback, useMemo, useState } from 'react'
import { number } from '../../../kernel/text.ts'
import { fetchTrail, searched, type Trail } from '../../model/audit.ts'
import type { CountyList } from '../../model/files.ts'
import { useLoading } from '../../model/use-loading.ts'
import { useAround } from '../../model/use-who.ts'
import { useWords } from '../words.tsx'
import { AuditCheck } from './audit-check.tsx'
import { AuditTable } from './audit-table.tsx'
import { Choice, Field } from './field.tsx'
import { Loaded } from './loaded.tsx'
import { PageHead } from './page-head.tsx'

/** The audit trail: what was done here, by whom, and whether the chain of it holds. */
export const AuditPage = ({
  counties,
  county,
}: {
  readonly counties: CountyList['counties']
  readonly county: string | undefined
}) => {
  const { t, pick } = useWords()
  const { who } = useAround()
  const [chosen, setChosen] = useState<string>()
  // Who guards the installation begins with its own trail, an auditor with the county's.
  const isOfInstallation = who?.grants.some(({ role }) => role === 'security-administrator') === true
  const trailOf = chosen ?? (isOfInstallation ? '-' : county)
  const load = useCallback((signal: AbortSignal) => fetchTrail(trailOf, signal), [trailOf])
  const loader = useLoading(load)
  const choices = [
    ...(isOfInstallation ? ([['-', t('auditInstallation')]] as const) : []),
    ...counties.map(({ id, name }) => [id, pick(name)] as const),
  ]
  return (
    <main className="desk">
      <PageHead title={t('pageAudit')} lead={t('auditLead')} />
      {choices.length > 1 && (
        <div className="filters">
          <Choice
            label={t('auditTrail')}
            choices={choices}
            value={trailOf ?? ''}
            onChange={(event) => setChosen(event.target.value)}
          />
        </div>
      )}
      <Loaded loader={loader} id={trailOf ?? ''} isInside>
        {(trail) => <TrailView trail={trail} />}
      </Loaded>
    </main>
  )
}

const TrailView = ({ trail }: { readonly trail: Trail }) => {
  const { t } = useWords()
  const [filter, setFilter] = useState({ words: '', from: '', until: '' })
  const found = useMemo(() => searched(trail.records, filter), [trail, filter])
  const put = (part: Partial<typeof filter>) => setFilter((known) => ({ ...known, ...part }))
  return (
    <>
      <AuditCheck trail={trail} />
      <search className="filters">
        <Field
          label={t('auditWords')}
          type="search"
          value={filter.words}
          onChange={(event) => put({ words: event.target.value })}
        />
        <Field
          label={t('auditFrom')}
          type="date"
          value={filter.from}
          onChange={(event) => put({ from: event.target.value })}
        />
        <Field
          label={t('auditUntil')}
          type="date"
          value={filter.until}
          onChange={(event) => put({ until: event.target.value })}
        />
        <p role="status" className="note">
          {t('auditCount', { shown: number(found.length), all: number(trail.records.length) })}
        </p>
      </search>
      {found.length === 0 ? <p className="empty">{t('auditNone')}</p> : <AuditTable records={found} />}
    </>
  )
}
