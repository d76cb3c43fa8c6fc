import { useEffect, useState } from 'react'
import type { Bench } from '../../model/bench.ts'
import { keepDraft, type Stale, staleIn } from '../../model/draft/keeping.ts'
import { type Draft, drafts } from '../../model/draft/use-draft.ts'
import { useCommand } from '../../model/use-command.ts'
import { RefusalNote } from '../account/refusal.tsx'
import { useWords } from '../words.tsx'
import { ApprovalDialog } from './approval-dialog.tsx'
import { BenchMenu } from './bench-menu.tsx'
import { KeepDialog } from './keep-dialog.tsx'
import { MergeDialog } from './merge-dialog.tsx'

/** Undo and redo, how the draft is kept, the next step with it, and the rest in a menu. */
export const BenchKeeping = ({ bench }: { readonly bench: Bench }) => {
  const { t } = useWords()
  const { draft, mayEdit, hasRecords } = bench
  const commanding = useCommand()
  const [stale, setStale] = useState<Stale>()
  const [shown, setShown] = useState<'approval' | 'first'>()
  const keep = async (given: Draft, plan: string, note: string) => {
    const { key, text, base } = given
    const target = { ...key, plan }
    let refused: Stale | undefined
    const answer = await commanding.run(async (commandKey) => {
      const sent = await keepDraft(commandKey, target, { base, text, note })
      refused = sent.isDone ? undefined : staleIn(sent.refusal)
      // The plan is gone from the server: what was written here can still become one.
      if (!sent.isDone && sent.refusal.status === 404 && base !== undefined) drafts.orphan(key)
      return sent
    })
    setStale(refused)
    if (refused !== undefined) commanding.forget()
    if (answer === undefined) return
    setShown(undefined)
    drafts.rename(key, target)
    drafts.rebase(target, { version: answer.value.version, text })
    bench.onSaved()
    if (plan !== key.plan) bench.setView({ plan })
  }
  const mayKeep = hasRecords && mayEdit && draft?.isChanged === true
  const onKeep = () => {
    if (!mayKeep || draft === undefined || commanding.isBusy) return
    if (draft.base === undefined) setShown('first')
    else void keep(draft, draft.key.plan, '')
  }
  useKeepKey(onKeep)
  if (draft === undefined)
    return (
      <span className="bench-tools">
        <BenchMenu bench={bench} />
      </span>
    )
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
            onClick={() => draft.base !== undefined && setShown('approval')}
          >
            {t('planSteps')}
          </button>
        )}
        {mayKeep && (
          <button type="button" className="button primary" aria-busy={commanding.isBusy} onClick={onKeep}>
            {t('keepPlan')}
          </button>
        )}
      </span>
      {shown !== 'first' && <RefusalNote refusal={commanding.refusal} />}
      {stale !== undefined && <MergeDialog stale={stale} draft={draft} onDone={() => setStale(undefined)} />}
      {shown === 'first' && (
        <KeepDialog
          plan={draft.key.plan}
          taken={[...(bench.listed?.plans ?? []), ...drafts.unsaved(draft.key.county)].filter(
            (id) => id !== draft.key.plan || (bench.listed?.plans ?? []).includes(id),
          )}
          commanding={commanding}
          onKeep={(plan, note) => keep(draft, plan, note)}
          onClose={() => setShown(undefined)}
        />
      )}
      {shown === 'approval' && (
        <ApprovalDialog
          planKey={draft.key}
          isChanged={draft.isChanged}
          onChange={bench.onSaved}
          onClose={() => setShown(undefined)}
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
    <span className={`note kept-note${isUnkept ? ' severity warning' : ''}`} role="status">
      {words}
      {!mayEdit && !session.isCarriedOut && ` ${t('readOnlyPlan')}`}
    </span>
  )
}

/** Ctrl or ⌘ with S keeps the draft instead of the page's own text. */
const useKeepKey = (onKeep: () => void): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      onKeep()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [onKeep])
}
