import { useMemo, useState } from 'react'
import { bothOf, type MergeConflict, mergedFrom, threeWay } from '../../../reform/editing/three-way.ts'
import type { Stale } from '../../model/draft/keeping.ts'
import { type Draft, drafts } from '../../model/draft/use-draft.ts'
import { Modal } from '../modal.tsx'
import { useWords } from '../words.tsx'

type Choice = 'yours' | 'theirs' | 'both'

/** Somebody saved a further version: what both changed is decided place by place, and nothing is lost meanwhile. */
export const MergeDialog = ({
  stale,
  draft,
  onDone,
}: {
  readonly stale: Stale
  readonly draft: Draft
  readonly onDone: () => void
}) => {
  const { t } = useWords()
  const merge = useMemo(() => threeWay(stale.base, stale.theirs.text, draft.text), [stale, draft.text])
  const [choices, setChoices] = useState<Readonly<Record<number, Choice>>>({})
  const isDecided = merge.conflicts.every((_, at) => choices[at] !== undefined)
  const take = () => {
    const decided = merge.conflicts.map((conflict, at) => textOf(conflict, choices[at] ?? 'yours'))
    drafts.rebase(draft.key, stale.theirs, mergedFrom(merge, decided))
    onDone()
  }
  return (
    <Modal title={t('mergeTitle', { version: stale.theirs.version })} isWide onClose={onDone}>
      <p className="lead">
        {t(merge.isClean ? 'mergeClean' : 'mergeConflicts', { count: merge.conflicts.length })}
      </p>
      <ol className="conflicts">
        {merge.conflicts.map((conflict, at) => (
          <li key={conflict.at}>
            <Conflict
              conflict={conflict}
              choice={choices[at]}
              onChoose={(choice) => setChoices({ ...choices, [at]: choice })}
            />
          </li>
        ))}
      </ol>
      <p className="row-actions">
        <button type="button" className="button primary" disabled={!isDecided} onClick={take}>
          {t('mergeTake')}
        </button>
        <button type="button" className="link" onClick={onDone}>
          {t('mergeLater')}
        </button>
      </p>
    </Modal>
  )
}

const textOf = ({ yours, theirs }: MergeConflict, choice: Choice): string =>
  choice === 'yours' ? yours : choice === 'theirs' ? theirs : bothOf(theirs, yours)

const Conflict = ({
  conflict,
  choice,
  onChoose,
}: {
  readonly conflict: MergeConflict
  readonly choice: Choice | undefined
  readonly onChoose: (choice: Choice) => void
}) => {
  const { t } = useWords()
  const sides = [
    ['yours', t('mergeYours'), conflict.yours],
    ['theirs', t('mergeTheirs'), conflict.theirs],
    ['both', t('mergeBoth'), bothOf(conflict.theirs, conflict.yours)],
  ] as const
  return (
    <fieldset>
      <legend>{t('mergeAt', { line: conflict.at })}</legend>
      {conflict.base !== '' && (
        <details>
          <summary>{t('mergeBase')}</summary>
          <pre>{conflict.base}</pre>
        </details>
      )}
      {sides.map(([id, word, text]) => (
        <label key={id} className="side">
          <input
            type="radio"
            name={`conflict-${conflict.at}`}
            checked={choice === id}
            onChange={() => onChoose(id)}
          />{' '}
          {word}
          <pre>{text === '' ? t('mergeNothing') : text}</pre>
        </label>
      ))}
    </fieldset>
  )
}
