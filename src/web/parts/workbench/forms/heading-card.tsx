import { useMemo, useState } from 'react'
import type { Bench } from '../../../model/bench.ts'
import { headingForm } from '../../../model/forms/form-fields.ts'
import { headingOf, missingIn, withHeading } from '../../../model/forms/heading.ts'
import { type Filling, withValue } from '../../../model/forms/line-value.ts'
import { useWords } from '../../words.tsx'
import { ExpectField } from './expect-field.tsx'
import { FormFields } from './form-fields.tsx'
import type { Writing } from './writing.ts'

/** What the plan says of itself before its lines, folded, with what is still missing; each field is one step of undo. */
export const HeadingCard = ({ bench }: { readonly bench: Bench }) => {
  const { t, pick } = useWords()
  const { text, spans } = bench
  const written = useMemo(() => (spans === undefined ? undefined : headingOf(text, spans)), [text, spans])
  const [isOpen, setOpen] = useState(false)
  const form = useMemo(headingForm, [])
  if (written === undefined) return null
  const { needed, wanted } = missingIn(written, form)
  return (
    <details className="heading-card" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <b>{t('heading')}</b>{' '}
        {needed.length > 0 && (
          <span className="severity error">
            {t('headingNeeded', { list: needed.map(({ label }) => pick(label)).join(t('and')) })}
          </span>
        )}
        {needed.length === 0 && wanted.length > 0 && (
          <span className="note">
            {t('headingWanted', { list: wanted.map(({ label }) => pick(label)).join(t('and')) })}
          </span>
        )}
        {needed.length + wanted.length === 0 && <span className="note">{t('headingWhole')}</span>}
      </summary>
      {isOpen && <HeadingForm bench={bench} written={written} />}
    </details>
  )
}

const HeadingForm = ({ bench, written }: { readonly bench: Bench; readonly written: Filling }) => {
  const { t } = useWords()
  const { session, text, mayEdit } = bench
  const form = useMemo(headingForm, [])
  const [filling, setFilling] = useState(written)
  const [known, setKnown] = useState(written)
  // Written elsewhere meanwhile, or undone: what the text says is what counts.
  if (known !== written) {
    setKnown(written)
    setFilling(written)
  }
  const { register } = session.county
  const writing: Writing = {
    filling,
    proposed: filling,
    register,
    effectiveOn: session.plan?.effectiveOn ?? register.county.baselineOn,
    set: (path, value) => setFilling((now) => withValue(now, path, value)),
    remarksAt: () => [],
    giverAt: () => undefined,
  }
  const keep = (next: Filling) => {
    if (next !== written) bench.edit(withHeading(text, written, next))
  }
  const takeBase = () =>
    keep({
      ...filling,
      base: { register: register.county.baselineOn, hash: session.county.manifest.digest },
    })
  return (
    <fieldset className="heading-form" disabled={!mayEdit} onBlur={() => keep(filling)}>
      <legend className="hidden">{t('heading')}</legend>
      <FormFields writing={writing} fields={form} />
      <p>
        <button type="button" className="button small" onClick={takeBase}>
          {t('headingBase', { day: register.county.baselineOn })}
        </button>
      </p>
      <ExpectField
        figures={session.account?.figures ?? []}
        value={(filling.expect ?? {}) as Filling}
        onChange={(expect) =>
          setFilling((now) => withValue(now, ['expect'], Object.keys(expect).length > 0 ? expect : undefined))
        }
        onDone={(expect) =>
          keep(withValue(filling, ['expect'], Object.keys(expect).length > 0 ? expect : undefined))
        }
      />
    </fieldset>
  )
}
