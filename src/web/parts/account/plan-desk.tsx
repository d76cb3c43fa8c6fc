import { useCallback } from 'react'
import { stateTerms } from '../../../reform/approval-chain.ts'
import { minuteText } from '../../format.ts'
import { actorText } from '../../model/audit-words.ts'
import { useCommentsMoved } from '../../model/comments-moved.ts'
import { fetchPlan, type PlanFile, type PlanKey, type PlanVersions } from '../../model/plans.ts'
import { useComments } from '../../model/use-comments.ts'
import { useLoading } from '../../model/use-loading.ts'
import { PlanComments } from '../comments/plan-comments.tsx'
import { useWords } from '../words.tsx'
import { FindingList } from './finding-list.tsx'
import { Loaded } from './loaded.tsx'
import { PlanChain } from './plan-chain.tsx'
import { PlanDrift } from './plan-drift.tsx'
import { PlanRehearsal } from './plan-rehearsal.tsx'
import { TableBox } from './table-box.tsx'

/** What the parts of a plan need: the plan as it is, and what to do once something was done to it. */
export interface PlanParts {
  readonly planKey: PlanKey
  readonly file: PlanFile
  readonly onDone: () => void
}

/** One plan: how far it has come, what comes next and who may do it, what is said of it, what moved since, its versions. */
export const PlanDesk = ({
  planKey,
  onChange,
  onDrawing,
}: {
  readonly planKey: PlanKey
  readonly onChange: () => void
  readonly onDrawing: () => void
}) => {
  const { county, plan } = planKey
  const load = useCallback((signal: AbortSignal) => fetchPlan(county, plan, signal), [county, plan])
  const loader = useLoading(load)
  useCommentsMoved(planKey, loader.refresh)
  const onDone = () => {
    loader.refresh()
    onChange()
  }
  return (
    <Loaded loader={loader} id={plan} isInside>
      {(file) => <Opened parts={{ planKey, file, onDone }} onDrawing={onDrawing} />}
    </Loaded>
  )
}

const Opened = ({ parts, onDrawing }: { readonly parts: PlanParts; readonly onDrawing: () => void }) => {
  const { t, pick } = useWords()
  const { plan, versions } = parts.file
  const comments = useComments(parts.planKey.county, plan.id)
  return (
    <>
      <section aria-labelledby="plan-title" className="plan-desk">
        <h2 id="plan-title">
          {plan.title || plan.id} <small>{pick(stateTerms[plan.state])}</small>
        </h2>
        <p className="note">
          {t('planVersion', { version: plan.version })}{' '}
          <code>{plan.digest.replace('sha256:', '').slice(0, 16)}</code>
          {plan.records !== null && ` · ${t('planRecords', plan.records)}`}{' '}
          <button type="button" className="link" onClick={onDrawing}>
            {t('planDrawing')}
          </button>
        </p>
        <PlanChain {...parts} />
        <FindingList title={t('planTextFindings')} findings={plan.findings} />
        {plan.records === null && <PlanRehearsal {...parts} />}
      </section>
      <PlanComments comments={comments} />
      <PlanDrift {...parts} />
      <Versions versions={versions} />
    </>
  )
}

const Versions = ({ versions }: { readonly versions: PlanVersions }) => {
  const { t, pick } = useWords()
  const kinds = {
    imported: t('versionImported'),
    written: t('versionWritten'),
    restored: t('versionRestored'),
    adopted: t('versionAdopted'),
    recorded: t('versionRecorded'),
  }
  return (
    <section aria-labelledby="versions-title">
      <h2 id="versions-title">{t('versions')}</h2>
      <TableBox label={t('versions')}>
        <table className="plain plans-table">
          <thead>
            <tr>
              <th scope="col" className="number">
                {t('colVersion')}
              </th>
              <th scope="col">{t('colOrigin')}</th>
              <th scope="col">{t('colChangedBy')}</th>
              <th scope="col">{t('colAt')}</th>
              <th scope="col">{t('colNote')}</th>
            </tr>
          </thead>
          <tbody>
            {versions.map(({ version, kind, author, at, note, digest }) => (
              <tr key={version} title={digest}>
                <th scope="row" className="number">
                  {version}
                </th>
                <td>{kinds[kind]}</td>
                <td>{pick(actorText(author.id, author.name))}</td>
                <td>{minuteText(at)}</td>
                <td>{note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </section>
  )
}
