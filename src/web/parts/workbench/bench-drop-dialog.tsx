import { useEffect, useMemo, useRef, useState } from 'react'
import type { UnitId } from '../../../kernel/id.ts'
import { say, type Text } from '../../../kernel/text.ts'
import type { WrittenLine } from '../../../reform/editing/line-spans.ts'
import type { Tried } from '../../../reform/legal/try.ts'
import { heirOf } from '../../../register/queries.ts'
import type { Bench } from '../../model/bench.ts'
import { stageOf } from '../../model/legal/stage.ts'
import { useTried } from '../../model/legal/use-tried.ts'
import { useWords } from '../words.tsx'
import { BenchDropList } from './bench-drop-list.tsx'
import { BenchDropPicker } from './bench-drop-picker.tsx'
import { operationText } from './bench-drop-words.ts'

interface Props {
  readonly bench: Bench
  readonly moved: string
  /** Undefined while the other unit is still to be chosen. */
  readonly onto: string | undefined
  readonly mayWrite: boolean
  /** Told what was written, for the status line of the page. */
  readonly onWritten: (said: string) => void
  /** The line is looked over in its form before it is written. */
  readonly onFill: (line: WrittenLine) => void
  readonly onClose: () => void
}

/** A unit put upon a unit: what the plan could say of the two, what each line would do, and why the others cannot be. */
export const BenchDropDialog = (props: Props) => {
  const { bench, moved, onto, mayWrite, onWritten, onFill, onClose } = props
  const { t, pick } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const [ends, setEnds] = useState<readonly [string, string | undefined]>([moved, onto])
  const nameOf = useNames(bench)
  const [first, second] = ends
  useEffect(() => {
    dialog.current?.showModal()
    dialog.current?.querySelector<HTMLElement>('[role=combobox]')?.focus()
  }, [])
  const title =
    second === undefined
      ? t('dropPick', { moved: pick(nameOf(first)) })
      : t('dropTitle', { moved: pick(nameOf(first)), onto: pick(nameOf(second)) })
  const write = ({ line, op, asks, amends }: Tried) => {
    const at = amends ?? (bench.spans?.length ?? 0) + 1
    if (asks !== undefined) onFill(line)
    else if (amends === undefined ? bench.insert(line, at) : bench.replace(at, line))
      onWritten(t('dropWritten', { line: at, term: pick(operationText(op)) }))
    dialog.current?.close()
  }
  return (
    <dialog
      ref={dialog}
      className="drop-dialog"
      aria-labelledby="drop-title"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className="drop-body">
        <header>
          <h2 id="drop-title">{title}</h2>
          <span className="actions">
            {second !== undefined && (
              <>
                <button type="button" className="button small" onClick={() => setEnds([second, first])}>
                  {t('dropSwap')}
                </button>
                <button type="button" className="button small" onClick={() => setEnds([first, undefined])}>
                  {t('dropOther')}
                </button>
              </>
            )}
            <button type="button" className="button small" onClick={() => dialog.current?.close()}>
              {t('close')}
            </button>
          </span>
        </header>
        {second === undefined ? (
          <BenchDropPicker bench={bench} moved={first} onPick={(id) => setEnds([first, id])} />
        ) : (
          <Chosen bench={bench} moved={first} onto={second} mayWrite={mayWrite} onWrite={write} />
        )}
      </div>
    </dialog>
  )
}

const Chosen = ({
  bench,
  moved,
  onto,
  mayWrite,
  onWrite,
}: {
  readonly bench: Bench
  readonly moved: string
  readonly onto: string
  readonly mayWrite: boolean
  readonly onWrite: (tried: Tried) => void
}) => {
  const { t, pick } = useWords()
  const stage = useMemo(() => stageOf(bench), [bench])
  const trying = useTried(stage, moved, onto)
  const nameOf = useNames(bench)
  if (stage === undefined) return <p className="note">{t('dropUnchanged')}</p>
  const { after } = stage.rehearsal
  const carried = [moved, onto].flatMap((id): string[] => {
    const heir = heirOf(after, id as UnitId)
    return heir === id ? [] : [`${pick(nameOf(id))}${t('dropCarriedOn', { names: pick(nameOf(heir)) })}`]
  })
  return (
    <>
      {carried.map((each) => (
        <p key={each} className="note">
          {each}
        </p>
      ))}
      {!mayWrite && <p className="note">{t('dropReadOnly')}</p>}
      <BenchDropList trying={trying} mayWrite={mayWrite} onWrite={onWrite} />
    </>
  )
}

/** Short names of units, of those that the plan sets up too. */
const useNames = ({ session }: Bench): ((id: string) => Text) => {
  const { register } = session.county
  const after = session.account?.after ?? register
  return (id) => {
    const unit = after.units.get(id) ?? register.units.get(id)
    return unit === undefined ? say(id, id) : say(unit.short, unit.shortEn)
  }
}
