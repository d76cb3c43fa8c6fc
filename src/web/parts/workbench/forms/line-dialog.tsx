import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import '../../../styles/cards.css'
import type { WrittenLine } from '../../../../reform/editing/plan-edit.ts'
import { operationNamed } from '../../../../reform/operations/index.ts'
import type { Bench } from '../../../model/bench.ts'
import { formOf } from '../../../model/forms/form-fields.ts'
import { giverOf } from '../../../model/forms/giver.ts'
import { type Filling, withValue } from '../../../model/forms/line-value.ts'
import { operationText } from '../../../model/forms/operation-groups.ts'
import { insertLines, likeLine, linesFor } from '../../../model/forms/repeats.ts'
import { isAt } from '../../../model/forms/trial.ts'
import { useWords } from '../../words.tsx'
import { FormFields } from './form-fields.tsx'
import { LineFoot } from './line-foot.tsx'
import { OperationChoice } from './operation-choice.tsx'
import { RepeatField } from './repeat-field.tsx'
import { TrialView } from './trial-view.tsx'
import { useTrial } from './use-trial.ts'
import type { Writing } from './writing.ts'

export interface LineDialogProps {
  readonly bench: Bench
  /** What is already known of the line; without `op` the operation is chosen first. */
  readonly initial?: Filling | undefined
  /** The new line comes before this one, counted from 1; at the end when left out. */
  readonly at?: number | undefined
  /** This line is written anew; then `initial` is left out. */
  readonly replaces?: number | undefined
  readonly onClose: () => void
}

/** The form in which a line of the plan is written: the operation, its fields, and what the line would do. */
export const LineDialog = ({ bench, initial, at, replaces, onClose }: LineDialogProps) => {
  const { t, pick } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const count = bench.spans?.length ?? 0
  // What stood in the file when the form was opened, whatever becomes of the file meanwhile.
  const [before] = useState(() => (replaces === undefined ? undefined : bench.spans?.[replaces - 1]?.value))
  const [filling, setFilling] = useState<Filling>(before ?? initial ?? {})
  const [place, setPlace] = useState(replaces ?? at ?? count + 1)
  const [others, setOthers] = useState<readonly string[]>([])
  const [hasTried, setTried] = useState(false)
  const [isUnwritten, setUnwritten] = useState(false)
  const { trial, register, effectiveOn } = useTrial(bench, { filling, at: place, before })
  useEffect(() => dialog.current?.showModal(), [])
  const operation = typeof filling.op === 'string' ? operationNamed(filling.op) : undefined
  const fields = operation === undefined ? undefined : formOf(operation.name)
  const writing = useMemo(
    (): Writing => ({
      filling,
      proposed: trial?.line ?? filling,
      register,
      effectiveOn,
      set: (path, value) => setFilling((known) => withValue(known, path, value)),
      remarksAt: (path, isDeep) =>
        (trial?.remarks ?? []).filter(
          (remark) => (hasTried || !remark.isMissing) && isAt(remark.path, path, isDeep),
        ),
      giverAt: (path) => giverOf(filling, path, register),
    }),
    [filling, trial, register, effectiveOn, hasTried],
  )
  const close = () => dialog.current?.close()
  const write = (): WrittenLine | undefined => {
    setTried(true)
    if (trial === undefined || !trial.isReadable || trial.operation !== operation) {
      requestAnimationFrame(() =>
        dialog.current?.querySelector<HTMLElement>('[aria-invalid=true], .field-notes .wrong')?.focus(),
      )
      return undefined
    }
    const lines = linesFor(trial.line, others)
    const isWritten =
      replaces !== undefined
        ? bench.replace(replaces, trial.line)
        : lines.length === 1
          ? bench.insert(trial.line, place)
          : bench.edit(insertLines(bench.text, place, lines))
    setUnwritten(!isWritten)
    return isWritten ? trial.line : undefined
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (write() !== undefined) close()
  }
  const writeNext = () => {
    const line = write()
    if (line === undefined) return
    setFilling(likeLine(line))
    setPlace(place + linesFor(line, others).length)
    setOthers([])
    setTried(false)
    dialog.current?.querySelector<HTMLElement>('.line-fields :is(input, select)')?.focus()
  }
  return (
    <dialog
      ref={dialog}
      className="line-dialog"
      aria-labelledby="line-dialog-title"
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <form className="line-form" noValidate onSubmit={submit}>
        <header>
          <h2 id="line-dialog-title">
            {operation === undefined ? t('lineChoose') : pick(operationText(operation))}
          </h2>
          {operation !== undefined && <code>{operation.name}</code>}
          {operation !== undefined && (
            <button
              type="button"
              className="link"
              onClick={() => setFilling((known) => withValue(known, ['op'], undefined))}
            >
              {t('lineOther')}
            </button>
          )}
          <button type="button" className="button small close" onClick={close}>
            {t('close')}
          </button>
        </header>
        {operation === undefined || fields === undefined ? (
          <OperationChoice onChoose={(name) => setFilling((known) => ({ ...known, op: name }))} />
        ) : (
          <div className="line-columns">
            <div className="line-fields">
              <p className="note">{pick(operation.counting)}</p>
              <FormFields key={operation.name} writing={writing} fields={fields} />
              {replaces === undefined && (
                <RepeatField operation={operation.name} {...{ writing, others, setOthers }} />
              )}
            </div>
            <TrialView trial={trial} hasTried={hasTried} />
          </div>
        )}
        {operation !== undefined && (
          <LineFoot
            {...{ replaces, place, setPlace, count, isUnwritten }}
            isRefused={
              trial?.isReadable === true && trial.remarks.some(({ severity }) => severity === 'error')
            }
            mayEdit={bench.mayEdit}
            lines={linesFor({ ...filling, op: operation.name }, others).length}
            onNext={writeNext}
            onCancel={close}
          />
        )}
      </form>
    </dialog>
  )
}
