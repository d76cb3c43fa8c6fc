import { useState } from 'react'
import type { Bench } from '../../model/bench.ts'
import { keepDraft, type Stale, staleIn } from '../../model/draft/keeping.ts'
import { drafts } from '../../model/draft/use-draft.ts'
import { useCommand } from '../../model/use-command.ts'
import { RefusalNote } from '../account/refusal.tsx'
import { useWords } from '../words.tsx'
import { ApprovalDialog } from './approval-dialog.tsx'
import { BenchMenu } from './bench-menu.tsx'
import { MergeDialog } from './merge-dialog.tsx'

/** Undo and redo, how the draft is kept, the next step with it, and the rest in a menu. */
export const BenchKeeping = ({ bench }: { readonly bench: Bench }) => {
  const { t } = useWords()
  const { draft, mayEdit, hasRecords } = bench
  const commanding = useCommand()
  const [stale, setStale] = useState<Stale>()
  const [isDeciding, setDeciding] = useState(false)
  if (draft === undefined) return <BenchMenu bench={bench} />
  const keep = async () => {
    const { key, text, base } = draft
    let refused: Stale | undefined
    const answer = await commanding.run(async (commandKey) => {
      const given = await keepDraft(commandKey, key, { base, text, note: '' })
      refused = given.isDone ? undefined : staleIn(given.refusal)
      return given
    })
    setStale(refused)
    if (refused !== undefined) commanding.forget()
    if (answer === undefined) return
    drafts.rebase(key, { version: answer.value.version, text })
    bench.onSaved()
  }
  return (
    <>
      <KeptNote bench={bench} />
      <span className="bench-tools">
        <button type="button" className="button" disabled={!mayEdit || !draft.canUndo} onClick={draft.undo}>
          {t('undo')}
        </button>
        <button type="button" className="button" disabled={!mayEdit || !draft.canRedo} onClick={draft.redo}>
          {t('redo')}
        </button>
        <BenchMenu bench={bench} />
        {hasRecords && (
          <button
            type="button"
            className={draft.isChanged ? 'button' : 'button primary'}
            aria-disabled={draft.base === undefined}
            title={draft.base === undefined ? t('keepFirst') : undefined}
            onClick={() => draft.base !== undefined && setDeciding(true)}
          >
            {t('planSteps')}
          </button>
        )}
        {hasRecords && mayEdit && draft.isChanged && (
          <button type="button" className="button primary" aria-busy={commanding.isBusy} onClick={keep}>
            {t('keepPlan')}
          </button>
        )}
      </span>
      <RefusalNote refusal={commanding.refusal} />
      {stale !== undefined && <MergeDialog stale={stale} draft={draft} onDone={() => setStale(undefined)} />}
      {isDeciding && (
        <ApprovalDialog
          planKey={draft.key}
          isChanged={draft.isChanged}
          onChange={bench.onSaved}
          onClose={() => setDeciding(false)}
        />
      )}
    </>
  )
}

/** Where the draft is: with the server as a version, or only here. */
const KeptNote = ({ bench: { draft, mayEdit, hasRecords, session } }: { readonly bench: Bench }) => {
  const { t } = useWords()
  if (draft === undefined) return null
  const { base, isChanged, isUnkept } = draft
  const words = session.isCarriedOut
    ? t('keptInJournal')
    : isUnkept
      ? t('keptNowhere')
      : !isChanged
        ? hasRecords
          ? t('keptVersion', { version: base?.version ?? 0 })
          : t('keptInFolder')
        : base === undefined
          ? t('keptHereNew')
          : t(hasRecords ? 'keptHere' : 'keptHereOnly', { version: base.version })
  return (
    <span className={`note kept${isUnkept ? ' severity warning' : ''}`} role="status">
      {words}
      {!mayEdit && !session.isCarriedOut && ` ${t('readOnlyPlan')}`}
    </span>
  )
}
