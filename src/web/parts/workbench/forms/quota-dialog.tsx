import { useEffect, useMemo, useRef, useState } from 'react'
import { type Day, parseDay } from '../../../../kernel/day.ts'
import { number } from '../../../../kernel/text.ts'
import { postKinds } from '../../../../register/quota.ts'
import { changeText } from '../../../format.ts'
import type { Bench } from '../../../model/bench.ts'
import { choiceWord } from '../../../model/forms/choice-words.ts'
import {
  type QuotaOf,
  type QuotaUnits,
  quotaLines,
  quotaRows,
  type Settled,
  sortsIn,
} from '../../../model/forms/quota-rows.ts'
import { registerBefore } from '../../../model/forms/register-at.ts'
import { insertLines } from '../../../model/forms/repeats.ts'
import { Choice, Field } from '../../account/field.tsx'
import { useWords } from '../../words.tsx'
import { PlaceField } from './line-foot.tsx'
import { QuotaTable } from './quota-table.tsx'

/** Posts or leading posts of many units on one sheet; each number that is changed becomes a line, all in one step. */
export const QuotaDialog = ({ bench, onClose }: { readonly bench: Bench; readonly onClose: () => void }) => {
  const { t, pick } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const [of, setOf] = useState<QuotaOf>('institution')
  const [chosen, setChosen] = useState<QuotaUnits>()
  const [at, setAt] = useState((bench.spans?.length ?? 0) + 1)
  const [on, setOn] = useState('')
  const [settled, setSettled] = useState<Settled>({})
  useEffect(() => dialog.current?.showModal(), [])
  const { session } = bench
  const effectiveOn = session.plan?.effectiveOn ?? session.county.register.county.baselineOn
  const day: Day = parseDay(on) ?? effectiveOn
  const register = useMemo(
    () => registerBefore(session, { at, on: day, replaces: false }),
    [session, at, day],
  )
  const sorts = useMemo(() => sortsIn(register), [register])
  const units = chosen ?? sorts[0] ?? 'publicInstitution'
  const rows = useMemo(() => quotaRows(register, of, units), [register, of, units])
  const lines = quotaLines(rows, settled, { of, on: on === '' ? undefined : on })
  const sum = rows.reduce((total, row) => total + row.has.reduce((all, has) => all + has, 0), 0)
  const next = rows.reduce(
    (total, row) =>
      total + row.has.reduce((all, has, column) => all + (settled[row.unit]?.[column] ?? has), 0),
    0,
  )
  const write = () => {
    if (lines.length > 0 && bench.edit(insertLines(bench.text, at, lines))) dialog.current?.close()
  }
  return (
    <dialog
      ref={dialog}
      className="line-dialog"
      aria-labelledby="quota-title"
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <form
        className="line-form"
        onSubmit={(event) => {
          event.preventDefault()
          write()
        }}
      >
        <header>
          <h2 id="quota-title">{t('quotaTitle')}</h2>
          <button type="button" className="button small close" onClick={() => dialog.current?.close()}>
            {t('close')}
          </button>
        </header>
        <div className="quota-head">
          <Choice
            label={t('quotaOf')}
            value={of}
            choices={[
              ...Object.keys(postKinds).map((each) => [each, pick(choiceWord(each))] as const),
              ['leading', t('effectLeadingPosts')] as const,
            ]}
            onChange={(event) => {
              setOf(event.target.value as QuotaOf)
              setSettled({})
            }}
          />
          <Choice
            label={t('quotaUnits')}
            value={units}
            choices={sorts.map((each) => [each, pick(choiceWord(each))] as const)}
            onChange={(event) => setChosen(event.target.value as QuotaUnits)}
          />
          <Field
            label={t('quotaOn')}
            type="date"
            value={on}
            help={t('formOwnDay', { day: effectiveOn })}
            onChange={(event) => setOn(event.target.value)}
          />
        </div>
        <QuotaTable rows={rows} of={of} settled={settled} onSettle={setSettled} />
        <footer>
          <PlaceField place={at} setPlace={setAt} count={bench.spans?.length ?? 0} />
          <span role="status">
            {t('quotaSum', { before: number(sum), after: number(next), change: changeText(next - sum) })}
          </span>
          <span className="foot-buttons">
            <button type="button" className="button" onClick={() => dialog.current?.close()}>
              {t('cancel')}
            </button>
            <button type="submit" className="button primary" disabled={!bench.mayEdit || lines.length === 0}>
              {lines.length === 1 ? t('lineWrite') : t('lineWriteMany', { count: lines.length })}
            </button>
          </span>
        </footer>
      </form>
    </dialog>
  )
}
