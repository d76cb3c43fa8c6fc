import type { Bench } from '../../model/bench.ts'
import { useWords } from '../words.tsx'

/** Undo and redo. */
export const BenchKeeping = ({ bench }: { readonly bench: Bench }) => {
  const { t } = useWords()
  const { draft, mayEdit } = bench
  if (draft === undefined) return null
  return (
    <span className="bench-tools">
      <button type="button" className="button" disabled={!mayEdit || !draft.canUndo} onClick={draft.undo}>
        {t('undo')}
      </button>
      <button type="button" className="button" disabled={!mayEdit || !draft.canRedo} onClick={draft.redo}>
        {t('redo')}
      </button>
    </span>
  )
}
