import { useEffect, useRef } from 'react'
import '../../../styles/cards.css'
import type { Bench } from '../../../model/bench.ts'
import { formOf } from '../../../model/forms/form-fields.ts'
import { withValue } from '../../../model/forms/line-value.ts'
import { operationText } from '../../../model/forms/operation-groups.ts'
import { linesFor } from '../../../model/forms/repeats.ts'
import { useWords } from '../../words.tsx'
import { FormFields } from './form-fields.tsx'
import { LineFoot } from './line-foot.tsx'
import { OperationChoice } from './operation-choice.tsx'
import { RepeatField } from './repeat-field.tsx'
import { TrialView } from './trial-view.tsx'
import { type Asked, type LineForm, useLineForm } from './use-line-form.ts'

export interface LineDialogProps extends Asked {
  readonly bench: Bench
  readonly onClose: () => void
}

/**
 * The form in which a line of the plan is written: the operation, its fields, and what the line would do. Whoever knows
 * a part of the line already gives it as `initial`. Closed unwritten, the line is there again at the next time.
 */
export const LineDialog = ({ bench, onClose, ...asked }: LineDialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const form = useLineForm(bench, asked)
  const { operation, filling, trial } = form
  const { replaces } = asked
  useEffect(() => dialog.current?.showModal(), [])
  // What was pressed to choose the operation is gone: the focus goes to what is asked next.
  useEffect(
    () =>
      focusOn(
        dialog.current,
        operation === undefined ? '.operation-choice input' : '.line-fields :is(input, select)',
      ),
    [operation],
  )
  const close = () => dialog.current?.close()
  const write = () => {
    const isDone = form.write()
    if (!isDone)
      requestAnimationFrame(() => focusOn(dialog.current, '[aria-invalid=true], .rows-field input'))
    return isDone
  }
  return (
    <dialog
      ref={dialog}
      className="line-dialog"
      aria-labelledby="line-dialog-title"
      onClose={() => {
        form.leave()
        onClose()
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <form
        className="line-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (operation !== undefined && write()) close()
        }}
      >
        <LineHead form={form} onClose={close} />
        {operation === undefined ? (
          <OperationChoice onChoose={(name) => form.setFilling({ ...filling, op: name })} />
        ) : (
          <>
            <LineBody form={form} isNew={replaces === undefined} />
            <LineFoot
              replaces={replaces}
              place={form.place}
              setPlace={form.setPlace}
              count={bench.spans?.length ?? 0}
              lines={linesFor({ ...filling, op: operation.name }, form.others).length}
              isRefused={
                trial?.isReadable === true && trial.remarks.some(({ severity }) => severity === 'error')
              }
              isUnwritten={form.isUnwritten}
              mayEdit={bench.mayEdit}
              onNext={() => {
                if (!write()) return
                form.goOn()
                focusOn(dialog.current, '.line-fields :is(input, select)')
              }}
              onCancel={close}
            />
          </>
        )}
      </form>
    </dialog>
  )
}

const focusOn = (dialog: HTMLElement | null, selector: string) =>
  dialog?.querySelector<HTMLElement>(selector)?.focus()

const LineHead = ({ form, onClose }: { readonly form: LineForm; readonly onClose: () => void }) => {
  const { t, pick } = useWords()
  const { operation, filling, setFilling, isTakenUp } = form
  return (
    <header>
      <h2 id="line-dialog-title">
        {operation === undefined ? t('lineChoose') : pick(operationText(operation))}
      </h2>
      {operation !== undefined && (
        <>
          <code>{operation.name}</code>
          <button
            type="button"
            className="link"
            onClick={() => setFilling(withValue(filling, ['op'], undefined))}
          >
            {t('lineOther')}
          </button>
        </>
      )}
      {isTakenUp && (
        <span className="note">
          {t('lineTakenUp')}{' '}
          <button type="button" className="link" onClick={() => setFilling({})}>
            {t('lineAfresh')}
          </button>
        </span>
      )}
      <button type="button" className="button small close" onClick={onClose}>
        {t('close')}
      </button>
    </header>
  )
}

const LineBody = ({ form, isNew }: { readonly form: LineForm; readonly isNew: boolean }) => {
  const { pick } = useWords()
  const { operation, writing, others, setOthers, trial, hasTried } = form
  if (operation === undefined) return null
  return (
    <div className="line-columns">
      <div className="line-fields">
        <p className="note">{pick(operation.counting)}</p>
        <FormFields key={operation.name} writing={writing} fields={formOf(operation.name)} />
        {isNew && <RepeatField operation={operation.name} {...{ writing, others, setOthers }} />}
      </div>
      <TrialView trial={trial} hasTried={hasTried} />
    </div>
  )
}
